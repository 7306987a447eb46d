import { createHash } from "node:crypto";
import { type Id, type IdKind, idPrefixes } from "@/lib/id-kinds";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The id of a seeded row, made from its name: the same in every database, so that tests and links can rely on it. */
export function seedId<Kind extends IdKind>(kind: Kind, name: string): Id<Kind> {
  const digest = createHash("sha256").update(`${kind}:${name}`).digest().subarray(0, 24);
  return `${idPrefixes[kind]}_${Array.from(digest, (byte) => ALPHABET[byte & 31]).join("")}`;
}

export type Dice = {
  /** A number from 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `low` to `high`, both possible. */
  between: (low: number, high: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** A new array in another order. */
  shuffled: <T>(list: readonly T[]) => T[];
};

/** Numbers that look random and are the same for the same seed (mulberry32, public domain, Tommy Ettinger). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const item = list[between(0, list.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const shuffled = <T>(list: readonly T[]) =>
    list
      .map((item) => ({ item, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return { next, between, pick, shuffled };
}
