import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { organizerActor, personActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { type Engagements, engagementsWithoutEvent } from "@/domain/matchmaking/queries/engagements";
import { cancelEvent } from "@/domain/programme/commands/cancel-event";
import { postponeEvent } from "@/domain/programme/commands/postpone-event";
import { updateEvent } from "@/domain/programme/commands/update-event";
import { localOf } from "@/domain/programme/rules";
import type { Id } from "@/lib/ids";
import { subscribersOf } from "./registry";
import { endTalksOfEvent } from "./talks-of-event";
import { endEngagements } from "./talks-of-registration";

/** The hold on the event while a talk is agreed; switched off, the very same answer must come too late. */
const guard = vi.hoisted((): { on: boolean; seen?: (() => Promise<void>) | undefined } => ({ on: true }));

vi.mock("@/domain/programme/queries", async (original) => {
  const real = await original<typeof import("@/domain/programme/queries")>();
  const holdEvent: typeof real.holdEvent = async (reader, eventId) => {
    const event = await (guard.on ? real.holdEvent : real.eventScope)(reader, eventId);
    const meanwhile = guard.seen?.();
    // Whoever holds the event is waited for; without the hold nothing stands in the way, so its end can be awaited here.
    if (!guard.on) await meanwhile;
    return event;
  };
  return { ...real, holdEvent };
});

async function anEventOfTalks() {
  const event = await aTalkEvent();
  const [network] = await db().select().from(networks).where(eq(networks.id, event.networkId));
  if (!network) throw new Error("no network");
  const organizer = organizerActor(await anOrganizer(network), network);
  const [anna, ben, carla] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [0] });
  const answer = () =>
    answerRequest({
      actor: personActor(ben.person),
      input: { requestId: request.id, answer: slotAt(event, 0).toISOString() },
    });
  return { event, organizer, anna, ben, carla, request, answer };
}

const told = (eventId: Id<"event">) =>
  endTalksOfEvent({ id: "fct_1", kind: "event.postponed", payload: { eventId }, at: new Date() });

const agreed = (eventId: Id<"event">) =>
  db().$count(meetings, and(eq(meetings.eventId, eventId), eq(meetings.status, "accepted")));
const waiting = (eventId: Id<"event">) =>
  db().$count(
    meetingRequests,
    and(eq(meetingRequests.eventId, eventId), eq(meetingRequests.status, "requested")),
  );

describe("talks of an event that does not take place when it was to", () => {
  it.each([
    ["called off", cancelEvent],
    ["put off", postponeEvent],
  ] as const)(
    "are called off and tell both when it is %s, and nobody waits for an answer",
    async (_, end) => {
      const { event, organizer, anna, carla, answer } = await anEventOfTalks();
      await aTalkRequest(event, { from: anna.person, to: carla.person, slots: [1] });
      expect(await answer()).toMatchObject({ ok: true });
      await told(event.id);
      expect([await agreed(event.id), await waiting(event.id)]).toEqual([1, 1]);
      expect(await end({ actor: organizer, input: { eventId: event.id } })).toMatchObject({ ok: true });
      await told(event.id);
      expect([await agreed(event.id), await waiting(event.id)]).toEqual([0, 0]);
      const [talk] = await db().select().from(meetings).where(eq(meetings.eventId, event.id));
      expect(talk).toMatchObject({ status: "cancelled", calendarSequence: 1 });
      await told(event.id);
      expect(await db().select().from(meetings).where(eq(meetings.eventId, event.id))).toEqual([talk]);
    },
  );

  it("are called off where a new date leaves them outside, and stay where they still lie within it", async () => {
    const { event, organizer, anna, carla, answer } = await anEventOfTalks();
    await aTalkRequest(event, { from: anna.person, to: carla.person, slots: [0, 2] });
    await answer();
    const moveBy = async (minutes: number) => {
      const startsLocal = localOf(new Date(event.startsAt.getTime() + minutes * 60_000), event.timeZone);
      const input = { eventId: event.id, startsLocal, durationMinutes: 120 };
      expect(await updateEvent({ actor: organizer, input })).toMatchObject({ ok: true });
      await told(event.id);
      return [await agreed(event.id), await waiting(event.id)];
    };
    expect(await moveBy(-30)).toEqual([1, 1]);
    expect(await moveBy(15)).toEqual([0, 0]);
  });

  it("cannot be agreed for a time at which it does not take place any more", async () => {
    const { event, answer } = await anEventOfTalks();
    const later = { startsAt: slotAt(event, 6), endsAt: slotAt(event, 12) };
    await db().update(events).set(later).where(eq(events.id, event.id));
    expect(await answer()).toMatchObject({ failure: { kind: "conflict", reason: "outside_window" } });
    expect(await agreed(event.id)).toBe(0);
  });

  it.each(["event.cancelled", "event.postponed", "event.rescheduled"])("are looked after at %s", (kind) => {
    expect(subscribersOf(kind).map(({ name }) => name)).toContain("event-talks");
  });
});

/**
 * The event is put off once the answer has looked at it, and the worker looks for its talks right then. It ends them after
 * the answer, which holds their rows. How many talks are left.
 */
async function agreedMeanwhile(): Promise<number> {
  const { event, organizer, answer } = await anEventOfTalks();
  let found: Promise<Engagements> | undefined;
  const putOff = async () => {
    await postponeEvent({ actor: organizer, input: { eventId: event.id } });
    return engagementsWithoutEvent(event.id);
  };
  guard.seen = async () => {
    found ??= putOff();
    await found;
  };
  await answer();
  guard.seen = undefined;
  if (!found) throw new Error("the answer never looked at the event");
  await endEngagements(await found);
  return agreed(event.id);
}

describe("a talk that is agreed while its event is put off", { timeout: 60_000 }, () => {
  it("does not outlast it", async () => {
    expect(await agreedMeanwhile()).toBe(0);
  });
});

describe("the same answer without the hold on the event", { timeout: 60_000 }, () => {
  withoutGuard(guard);

  it("leaves a talk in an event that is put off", async () => {
    expect(await worstOf(agreedMeanwhile, 0)).toBeGreaterThan(0);
  });
});
