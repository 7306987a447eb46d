import type { Span } from "../rules";

/** A talk as it stands by now, and what became of it since it was made, in order. */
export type TalkHistory = {
  createdAt: Date;
  now: Span;
  changes: readonly { kind: "moved" | "released" | "cancelled"; at: Date; from: Span }[];
};

/**
 * When a talk was to take place, as it stood at a moment: undefined before it was made, and once it had ended. What was done at that
 * very moment, as by publishing a plan, counts.
 */
export function standingAt({ createdAt, now, changes }: TalkHistory, at: Date): Span | undefined {
  if (createdAt > at) return undefined;
  if (changes.some((change) => change.kind !== "moved" && change.at <= at)) return undefined;
  return changes.find((change) => change.at > at)?.from ?? now;
}
