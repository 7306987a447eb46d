import { afterEach, describe, expect, it, vi } from "vitest";
import { aDesk } from "@/db/testing/agenda";
import { aPlaceChoice, aQuestion, posted } from "@/db/testing/forms";
import { worstOf } from "@/db/testing/races";
import { removeQuestion } from "../commands/remove-question";
import { saveQuestion } from "../commands/save-question";
import { questionsOf } from "../queries";
import { holdsTogether, MOST_QUESTIONS } from "../rules";

/** The lock on the event while its form is edited; switched off, the very same commands must spoil the form. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/programme/queries", async (original) => {
  const { eventLockWithSwitch } = await import("@/db/testing/switches");
  return eventLockWithSwitch(await original<typeof import("@/domain/programme/queries")>(), guard, 0.05);
});

/** Questions above the most there may be, when several are added where one fits. */
async function tooMany(): Promise<number> {
  const { event, actor } = await aDesk();
  for (let nth = 1; nth < MOST_QUESTIONS; nth++) await aQuestion(event);
  const add = () => saveQuestion({ actor, input: { eventId: event.id, ...posted() } });
  await Promise.all([add(), add(), add()]);
  return (await questionsOf(event.id)).length - MOST_QUESTIONS;
}

/** 1 when a question waits for an answer to one that was taken off meanwhile. */
async function waitsForNothing(): Promise<number> {
  const { event, actor } = await aDesk();
  const place = await aQuestion(event, aPlaceChoice);
  const eventId = event.id;
  await Promise.all([
    saveQuestion({ actor, input: { eventId, ...posted({ showIf: `${place.id}:site` }) } }),
    removeQuestion({ actor, input: { eventId, questionId: place.id } }),
  ]);
  return holdsTogether(await questionsOf(eventId)) ? 0 : 1;
}

const races = [
  { what: "holds no more questions than anybody would answer", race: tooMany },
  { what: "asks nothing that waits for a question which is gone", race: waitsForNothing },
];

afterEach(() => {
  guard.on = true;
});

describe("a form that several people edit at once", () => {
  it.each(races)("$what", async ({ race }) => {
    expect(await race()).toBe(0);
  });

  it.each(races)("without the lock that fails: $what", async ({ race }) => {
    guard.on = false;
    expect(await worstOf(race, 0)).toBeGreaterThan(0);
  });
});
