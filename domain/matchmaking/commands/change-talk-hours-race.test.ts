import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { personActor } from "@/db/testing/actors";
import { aDraft, aPlanEvent, matrixOf } from "@/db/testing/plans";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { everyRowTakesTime, noRowTakesTime } from "@/db/testing/slow-rows";
import { agreeOn } from "@/db/testing/talk-rooms";
import { slotAt } from "@/db/testing/talks";
import { localOf } from "@/domain/programme/rules";
import { bookMeeting } from "./book-meeting";
import { changeTalkHours } from "./change-talk-hours";
import { moveTalk } from "./move-talk";
import { requestMeeting } from "./request-meeting";
import { rescheduleMeeting } from "./reschedule-meeting";

// The hours take their time to change, with the guard and without it: that only widens what is always between counting and writing.
beforeAll(async () => {
  await everyRowTakesTime("talk_windows", { on: "update", seconds: 0.15 });
});
afterAll(async () => {
  await noRowTakesTime("talk_windows");
});

/** A form says whole minutes. */
const tomorrow = () => ({ startsAt: new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 86_400_000) });

async function aDay() {
  const world = await aPlanEvent(2, tomorrow());
  const { event, takers, office } = world;
  const [anna, ben] = takers;
  if (!anna || !ben) throw new Error("nobody there");
  await db().update(events).set({ status: "live" }).where(eq(events.id, event.id));
  return { world, event, office, anna, ben, last: slotAt(event, 3).toISOString() };
}
type Day = Awaited<ReturnType<typeof aDay>>;

/** The ways to a talk in the last slot, by what has to stand before. */
const ways = {
  ask: async ({ event, anna, ben, last }: Day) => {
    const input = { eventId: event.id, toPersonId: ben.person.id, slots: [last] };
    return () => requestMeeting({ actor: personActor(anna.person), input });
  },
  book: async ({ event, office, anna, ben, last }: Day) => {
    const personIds: [string, string] = [anna.person.id, ben.person.id];
    return () => bookMeeting({ actor: office, input: { eventId: event.id, personIds, startsAt: last } });
  },
  move: async (day: Day) => {
    const input = { meetingId: await agreeOn(day, 0), startsAt: day.last };
    return () => rescheduleMeeting({ actor: personActor(day.anna.person), input });
  },
  draft: async ({ world, event, office }: Day) => {
    await aDraft(world, [[0, 1, 0]]);
    const [talk] = (await matrixOf(world)).talks;
    if (!talk) throw new Error("no draft");
    return () => moveTalk({ actor: office, input: { eventId: event.id, talkId: talk.id, slot: 3 } });
  },
} as const;
/** Whoever takes a time holds the event; whoever changes the draft holds its plan, as changing the hours does as well. */
const locks = { ask: "events", book: "events", move: "events", draft: "talk_plans" } as const;
const wayNames = ["ask", "book", "move", "draft"] as const;

/** The last slot is taken away while somebody takes it: how many of the two came to what they wanted. */
async function bothDone(way: (typeof wayNames)[number]): Promise<number> {
  const day = await aDay();
  const take = await ways[way](day);
  const startsLocal = localOf(slotAt(day.event, 0), day.event.timeZone);
  const times = { startsLocal, durationMinutes: 60, slotMinutes: 20, pauseMinutes: 0 };
  const shorter = changeTalkHours({ actor: day.office, input: { eventId: day.event.id, ...times } });
  const results = await Promise.all([shorter, take()]);
  return results.filter(({ ok }) => ok).length;
}

describe("hours that lose a slot while somebody takes it", { timeout: 120_000 }, () => {
  it.each(wayNames)("one of the two is refused (%s)", async (way) => {
    for (let round = 0; round < 4; round++) expect(await bothDone(way)).toBe(1);
  });
});

describe("the same without the lock that both take", { timeout: 120_000 }, () => {
  it.each(wayNames)("leaves a talk where there is no slot any more (%s)", async (way) => {
    const putBack = withoutLockOn(locks[way]);
    try {
      expect(await worstOf(() => bothDone(way), 1)).toBe(2);
    } finally {
      putBack();
    }
  });
});
