const REASONS = [
  "no_writer",
  "no_chat",
  "frozen",
  "not_in_room",
  "too_many",
  "rate_limited",
  "offline",
] as const;
export type CaptionProblem = (typeof REASONS)[number] | "other";

/** Why nothing of it arrives, as a key of the catalog; nothing while it does. */
export const captionProblemOf = (reason: string | null): CaptionProblem | null =>
  reason === null ? null : (REASONS.find((known) => known === reason) ?? "other");
