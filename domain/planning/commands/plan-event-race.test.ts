import { eq, inArray } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { formQuestions } from "@/db/schema/forms";
import { events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { aDesk } from "@/db/testing/agenda";
import { aQuestion } from "@/db/testing/forms";
import { worstOf } from "@/db/testing/races";
import { planEvent } from "./plan-event";
import { saveTemplate } from "./save-template";

/** The one guard of the addresses; switched off, the very same requests must fail this race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard, { seconds: 0.02 });
});

const now = new Date("2027-01-12T10:00:00Z");
const TIMES = 6;

/** Six events of one title from one template with a question, planned at once: how each request ended, and what is there. */
async function planned(title: string) {
  const { event, actor } = await aDesk();
  await aQuestion(event);
  const saved = await saveTemplate({ actor, input: { eventId: event.id, name: "Monatlich" } });
  if (!saved.ok) throw new Error(saved.failure.reason);
  const { networkId } = event;
  const wish = { networkId, title, startsLocal: "2027-04-12T10:00", template: saved.value.templateId };
  const answers = await Promise.all(
    Array.from({ length: TIMES }, () => planEvent({ actor, input: wish, now })),
  );
  const made = await db().select().from(events).where(eq(events.title, title));
  const ids = made.map(({ id }) => id);
  return {
    refused: answers.flatMap((answer) => (answer.ok ? [] : [answer.failure.reason])),
    slugs: made.map(({ slug }) => slug).sort(),
    seats: await db().$count(seatPlans, inArray(seatPlans.eventId, ids)),
    questions: await db().$count(formQuestions, inArray(formQuestions.eventId, ids)),
  };
}

it("makes of each wish an event with an address, seats and a form of its own, however many come at once", async () => {
  guard.on = true;
  expect(await planned("Stammtisch im April")).toEqual({
    refused: [],
    slugs: ["stammtisch-im-april", ...[2, 3, 4, 5, 6].map((number) => `stammtisch-im-april-${number}`)],
    seats: TIMES,
    questions: TIMES,
  });
});

it("asks some to try again without taking turns, and of those nothing is left", async () => {
  guard.on = false;
  let number = 0;
  const refused = async () => {
    number += 1;
    const { refused: reasons, slugs, seats, questions } = await planned(`Stammtisch Nummer ${number}x`);
    expect(new Set(reasons)).toEqual(new Set(reasons.length > 0 ? ["try_again"] : []));
    expect([slugs.length, seats, questions]).toEqual(Array(3).fill(TIMES - reasons.length));
    return reasons.length;
  };
  expect(await worstOf(refused, 0)).toBeGreaterThan(0);
});
