import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { audienceQuestions, hallGuests, questionVotes } from "@/db/schema/interaction-questions";
import { guest, system } from "@/db/testing/actors";
import { aHall } from "@/db/testing/audience";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { keptDays } from "@/lib/privacy/retention";
import { forgetQuestions } from "./forget-questions";

test("P10: questions, votes and the hall's browsers go thirty days after the event, to the second, by the machine alone", async () => {
  const { event, eventId, ada, ben, aBrowser, ask, vote, askHere } = await aHall();
  await vote(ben, await ask(ada, "Wann ist Pause?"));
  await ask(ada, "Und das Essen?");
  await askHere(aBrowser(), "Ist der Ton gut?");
  const later = (seconds: number) =>
    new Date(event.endsAt.getTime() + keptDays.chat * 24 * 3_600_000 + seconds * 1_000);
  const forget = (now: Date) => forgetQuestions({ actor: system, input: { limit: 2 }, now });
  const left = async () => [
    await db().$count(audienceQuestions, eq(audienceQuestions.eventId, eventId)),
    await db().$count(hallGuests, eq(hallGuests.eventId, eventId)),
    await db().$count(questionVotes),
  ];
  expect(refusalOf(await forgetQuestions({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
  expect(await forget(later(-1))).toEqual({ ok: true, value: { gone: 0 } });
  expect(await left()).toEqual([3, 1, 1]);
  const gone: number[] = [];
  for (let batch = 0; batch < 5; batch++) {
    const done = await forget(later(1));
    gone.push(done.ok ? done.value.gone : -1);
  }
  expect(gone.at(-1)).toBe(0);
  expect(await left()).toEqual([0, 0, 0]);
});
