import type { Id } from "@/lib/ids";

type PersonId = Id<"person">;

/** Two people, the lower id first. */
export type Pair = { one: PersonId; other: PersonId };
export const pairOf = (a: PersonId, b: PersonId): Pair =>
  a < b ? { one: a, other: b } : { one: b, other: a };
export const keyOf = ({ one, other }: Pair): string => `${one} ${other}`;
