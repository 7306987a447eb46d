import { z } from "zod";
import { type Id, idOf } from "@/lib/ids";

/** As many events as one form takes: a browser can hold the seats of no more. */
const MOST_TICKED = 20;
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
