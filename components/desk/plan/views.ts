/** The ways to look at a plan of talks. */
export const planViews = ["people", "tables", "list", "without", "live"] as const;
export type PlanView = (typeof planViews)[number];
