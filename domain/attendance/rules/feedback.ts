import type { EventStatus } from "@/domain/programme/rules";
import { hasBegun } from "../rules";

/** Steps from "not at all" to "very good". */
export const scores = [1, 2, 3, 4, 5] as const;

/** So long after the end what people thought is still asked: the thanks go out a day later. */
const ASKED_MS = 14 * 24 * 3_600_000;

type Held = { status: EventStatus; startsAt: Date; endsAt: Date };

/** From the start on: whoever leaves early knows why. Not of what was called off, and not for ever. */
export const takesFeedback = (event: Held, now: Date): boolean =>
  hasBegun(event, now) && now.getTime() < event.endsAt.getTime() + ASKED_MS;

/** Of fewer people nothing is told: who said it could be guessed. */
const FEWEST_VOICES = 5;

type Said = { score: number; note: string };
export type FeedbackSummary = {
  people: number;
  /** How many gave each score, from 1 to 5, their mean, and what they wrote; null while they are too few. */
  told: { counts: number[]; mean: number; notes: string[] } | null;
};

/** What was said, without who said it: words in an order of their own. */
export function feedbackSummary(said: readonly Said[]): FeedbackSummary {
  const people = said.length;
  if (people < FEWEST_VOICES) return { people, told: null };
  const counts = scores.map((step) => said.filter(({ score }) => score === step).length);
  const mean = said.reduce((sum, { score }) => sum + score, 0) / people;
  const notes = said.map(({ note }) => note).filter((note) => note !== "");
  return { people, told: { counts, mean: Math.round(mean * 10) / 10, notes: notes.toSorted() } };
}
