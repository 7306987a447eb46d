import type { Id } from "@/lib/ids";

type PersonId = Id<"person">;

/** Two people, the lower id first. */
export type Pair = { one: PersonId; other: PersonId };
export const pairOf = <Key extends string>(a: Key, b: Key): { one: Key; other: Key } =>
  a < b ? { one: a, other: b } : { one: b, other: a };
/** Every two of these people: one pair in a talk of two, six in one of four. */
export const pairsAmong = <Key extends string>(people: readonly Key[]): { one: Key; other: Key }[] =>
  people.flatMap((one, at) => people.slice(at + 1).map((other) => pairOf(one, other)));
export const keyOf = ({ one, other }: { one: string; other: string }): string => `${one} ${other}`;
