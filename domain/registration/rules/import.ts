/** What a column of a file can be about. The name stands in one column or in two. */
export const importFields = [
  "email",
  "name",
  "firstName",
  "lastName",
  "organisation",
  "tags",
  "language",
  "attendance",
] as const;
export type ImportField = (typeof importFields)[number];

/** How a row of a file ends: on the list, on it already, or left out. */
export const importOutcomes = [
  "confirmed",
  "waiting",
  "changed",
  "unchanged",
  "cancelled_before",
  "twice",
  "event_full",
  "no_onsite_seats",
  "invalid",
] as const;
export type ImportOutcome = (typeof importOutcomes)[number];
