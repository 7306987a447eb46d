import { z } from "zod";
import { type Id, idOf } from "@/lib/ids";

/** As many events as one form takes: a browser can hold the seats of no more. */
const MOST_TICKED = 20;
/** As many events as the form of a series offers, the nearest ones: each has a form of its own besides. */
export const MOST_OFFERED = 100;
export const tickedEvents = z
  .union([z.array(idOf("event")), idOf("event").transform((one) => [one])], "nothing_ticked")
  .transform((ids) => [...new Set(ids)])
  .refine((ids) => ids.length > 0, "nothing_ticked")
  .refine((ids) => ids.length <= MOST_TICKED, "too_many");

/** What became of one of them, as it stands in the address of the answer; unknown words are left out. */
const weekOutcomes = [
  "confirmed",
  "waiting",
  "pending",
  "questions",
  "full",
  "closed",
  "not_open_yet",
  "own_address",
  "later",
  "refused",
] as const;
export type WeekOutcome = (typeof weekOutcomes)[number];
const TAKEN: readonly WeekOutcome[] = ["confirmed", "waiting", "pending"];
export const isTaken = (outcome: WeekOutcome): boolean => TAKEN.includes(outcome);

/** What the address of the answer says: the outcome by the id of the event. Whatever else stands there is left out. */
export function weekSaid(query: Record<string, unknown>): Map<Id<"event">, WeekOutcome> {
  const entry = z.tuple([idOf("event"), z.enum(weekOutcomes)]);
  const said = Object.entries(query).flatMap((one) => {
    const parsed = entry.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  return new Map(said.slice(0, MOST_TICKED));
}

/** What becomes of a request when many are decided together; `left` is whoever did not ask. */
const decidedAs = ["confirmed", "waiting", "declined", "full", "no_onsite_seats", "left"] as const;
export type DecidedAs = (typeof decidedAs)[number];
/** As many names as are told of each. */
export const TOLD_NAMES = 20;

/** How many there are of each outcome, and who: the first of them, in the order of the list. */
export const outcomesOf = (decided: readonly { name: string; as: DecidedAs }[]) =>
  decidedAs.flatMap((as) => {
    const names = decided.filter((one) => one.as === as).map(({ name }) => name);
    return names.length === 0 ? [] : [{ as, count: names.length, names: names.slice(0, TOLD_NAMES) }];
  });

/**
 * Versions of our own texts that people agree to; a test holds each to its wording. Whoever changes the wording raises
 * the number, and nobody has agreed to the new one yet.
 */
export const consentTexts = { talks: 1, "listed.participants": 1, "listed.public": 1 } as const;
