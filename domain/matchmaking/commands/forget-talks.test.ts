import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingPeople, meetingRequestSlots, meetingRequests, meetings } from "@/db/schema/matchmaking";
import { calendarImports } from "@/db/schema/matchmaking-availability";
import { plannedTalks, planRuns, talkWishes } from "@/db/schema/matchmaking-plans";
import { guest, personActor, system } from "@/db/testing/actors";
import { aDraft, aPlanEvent, wish } from "@/db/testing/plans";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { keptDays } from "@/lib/privacy/retention";
import { answerRequest } from "./answer-request";
import { forgetTalks } from "./forget-talks";

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
/** Half a year after the event, and so many seconds. */
const later = (event: Event, seconds: number) =>
  new Date(event.endsAt.getTime() + keptDays.talks * 24 * 3_600_000 + seconds * 1_000);
const forget = async (now: Date, limit?: number) => {
  const result = await forgetTalks({ actor: system, input: { limit }, now });
  return result.ok ? result.value.gone : result.failure.reason;
};
const kept = async () => [
  await db().$count(meetings),
  await db().$count(meetingPeople),
  await db().$count(meetingRequests),
  await db().$count(meetingRequestSlots),
];

/** Two people who have talked and said how it was, and a request that nobody answered. */
async function aTalk(values: Parameters<typeof aTalkEvent>[0] = {}) {
  const event = await aTalkEvent(values);
  const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  await aTalkRequest(event, { from: cem.person, to: ben.person, slots: [2, 3] });
  const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
  const result = await answerRequest({ actor: personActor(ben.person), input });
  if (!result.ok) throw new Error(result.failure.reason);
  await db().update(meetingPeople).set({ outcome: "interesting" });
  return event;
}

describe("forget-talks", () => {
  beforeEach(async () => {
    await db().delete(meetings);
    await db().delete(meetingRequests);
  });

  it("P10: talks, outcomes and requests go half a year after the event, to the second", async () => {
    const event = await aTalk();
    expect(await forget(later(event, -1))).toBe(0);
    expect(await kept()).toEqual([1, 2, 2, 3]);
    expect(await forget(later(event, 1))).toBe(3);
    expect(await kept()).toEqual([0, 0, 0, 0]);
  });

  it("P10: wishes, drafts and searches go with them", async () => {
    const world = await aPlanEvent(2);
    await wish(world, [0, 1], "want");
    await aDraft(world, [[0, 1, 0]]);
    const left = async () => [
      await db().$count(talkWishes, eq(talkWishes.eventId, world.event.id)),
      await db().$count(plannedTalks, eq(plannedTalks.eventId, world.event.id)),
      await db().$count(planRuns, eq(planRuns.eventId, world.event.id)),
    ];
    await forget(later(world.event, -1));
    expect(await left()).toEqual([1, 1, 1]);
    await forget(later(world.event, 1));
    expect(await left()).toEqual([0, 0, 0]);
  });

  it("touches no event that is not over for so long, and deletes a bounded number at once", async () => {
    const old = await aTalk();
    const young = await aTalk({ startsAt: new Date(old.startsAt.getTime() + 24 * 3_600_000) });
    expect(await forget(later(old, 1), 1)).toBe(2);
    expect(await forget(later(old, 1), 1)).toBe(1);
    expect(await forget(later(old, 1), 1)).toBe(0);
    expect(await db().$count(meetings, eq(meetings.eventId, young.id))).toBe(1);
    expect(await db().$count(meetingRequests, eq(meetingRequests.eventId, young.id))).toBe(2);
  });

  it("P10: the address of a calendar goes a month after the last event of whoever brought it", async () => {
    const event = await aTalkEvent();
    const { person } = await aTaker(event);
    const address = "https://example.org/geheim.ics";
    const at = event.startsAt;
    await db()
      .insert(calendarImports)
      .values({ personId: person.id, address, source: address, readAt: at, triedAt: at, createdAt: at });
    const held = () => db().$count(calendarImports, eq(calendarImports.personId, person.id));
    const daysAfter = (days: number) => new Date(event.endsAt.getTime() + days * 24 * 3_600_000);
    await forget(daysAfter(keptDays.calendars - 1));
    expect(await held()).toBe(1);
    await forget(daysAfter(keptDays.calendars + 1));
    expect(await held()).toBe(0);
  });

  it("is for the machine alone", async () => {
    const event = await aTalk();
    expect(refusalOf(await forgetTalks({ actor: guest, input: {}, now: later(event, 1) }))).toBe(MISSING);
    expect(await db().$count(meetings)).toBe(1);
  });
});
