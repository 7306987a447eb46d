import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingPeople } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { meetingPlans } from "@/db/schema/matchmaking-plans";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import { mails } from "@/db/schema/notifications";
import { rounds } from "@/db/schema/rooms";
import { personActor, seatActor } from "@/db/testing/actors";
import { anOffer } from "@/db/testing/group-talks";
import { aDraft, aPlanEvent, aPublishedPlan, publish } from "@/db/testing/plans";
import { cameToTalk, meetingRow } from "@/db/testing/talk-rooms";
import { slotAt } from "@/db/testing/talks";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { leaveMeeting } from "@/domain/matchmaking/commands/leave-meeting";
import { releaseMeeting } from "@/domain/matchmaking/commands/release-meeting";
import { rescheduleMeeting } from "@/domain/matchmaking/commands/reschedule-meeting";
import { listDueTalkReminders } from "@/domain/notifications/queries/reminders";
import type { Result } from "@/lib/result";
import { worker } from "./mails/parts";
import { mailTalk } from "./mails/talk";

/** A planned talk of two in the first slot, of which something was said already, and into which somebody is asked. */
async function aPlannedTalk() {
  const world = await aPlanEvent(3);
  const { event, office, takers } = world;
  const [anna, ben, cem] = takers;
  if (!anna || !ben || !cem || office.type !== "person") throw new Error("nobody there");
  await aPublishedPlan(world, [[0, 1, 0]]);
  const seat = eq(meetingPeople.personId, anna.person.id);
  const [row] = await db().update(meetingPeople).set({ outcome: "interesting" }).where(seat).returning();
  if (!row) throw new Error("no talk");
  const { meetingId } = row;
  await anOffer({ anna, ben, meetingId }, cem);
  const before = await meetingRow(meetingId);
  return { world, event, office, anna, ben, meetingId, before, organizer: office.personId };
}
type Talk = Awaited<ReturnType<typeof aPlannedTalk>>;

/** All that is known of a talk after something was done to it. */
async function tracesOf({ event, meetingId, before }: Talk, kind: Parameters<typeof mailTalk>[0]) {
  const ofTalk = <Row extends { meetingId: string }>(rows: Row[]) =>
    rows.filter((row) => row.meetingId === meetingId);
  const told = (await db().select().from(outbox).where(eq(outbox.kind, kind))).filter(({ payload }) =>
    JSON.stringify(payload).includes(meetingId),
  );
  for (const { id, payload, createdAt: at } of told) await mailTalk(kind)({ id, kind, payload, at });
  const roundOf = async (id: typeof before.roundId) =>
    (
      await db()
        .select()
        .from(rounds)
        .where(eq(rounds.id, id ?? "rnd_none"))
    )[0];
  const now = await meetingRow(meetingId);
  const reminded = async (slot: number) =>
    (await listDueTalkReminders(new Date(slotAt(event, slot).getTime() - 9 * 60_000))).some(
      ({ id }) => id === meetingId,
    );
  const letters = await db()
    .select()
    .from(mails)
    .where(and(eq(mails.subjectId, meetingId), eq(mails.eventId, event.id)));
  const { status, outcome, during } = meetingPeople;
  return {
    talk: now,
    seats: await db()
      .select({ status, outcome, from: sql<number>`extract(epoch from lower(${during}))::float8` })
      .from(meetingPeople)
      .where(eq(meetingPeople.meetingId, meetingId)),
    changes: ofTalk(await db().select().from(talkChanges)),
    invitations: ofTalk(await db().select().from(talkInvitations)).map(({ status }) => status),
    plan: ofTalk(await db().select().from(meetingPlans)).map(({ isWithdrawn }) => isWithdrawn),
    oldRoom: await roundOf(before.roundId),
    room: await roundOf(now.roundId),
    facts: told.length,
    letters: letters.map(({ icsMethod, ics }) => [
      icsMethod,
      ics?.includes(`UID:${meetingId}@`),
      /SEQUENCE:(\d+)/.exec(ics ?? "")?.[1],
    ]),
    reminded: [await reminded(0), await reminded(2)],
  };
}

const done = (result: Result<unknown>) => {
  if (!result.ok) throw new Error(result.failure.reason);
};

type Path = { by: (talk: Talk) => string | null; act: (talk: Talk) => Promise<void> };
const later = ({ event, meetingId }: Talk) => ({ meetingId, startsAt: slotAt(event, 2).toISOString() });

const MOVES: Record<string, Path> = {
  "one of its people": {
    by: ({ anna }) => anna.person.id,
    act: async (talk) =>
      done(await rescheduleMeeting({ actor: personActor(talk.anna.person), input: later(talk) })),
  },
  "one of its people, by the mailed link": {
    by: ({ anna }) => anna.person.id,
    act: async (talk) =>
      done(await rescheduleMeeting({ actor: seatActor(talk.anna.registration), input: later(talk) })),
  },
  "an organizer": {
    by: ({ organizer }) => organizer,
    act: async (talk) => done(await rescheduleMeeting({ actor: talk.office, input: later(talk) })),
  },
  "a published plan": {
    by: ({ organizer }) => organizer,
    act: async ({ world }) => {
      await aDraft(world, [[0, 1, 2]]);
      done(await publish(world));
    },
  },
};

describe("a talk that is moved leaves the same traces, whoever moves it", () => {
  it.each(Object.entries(MOVES))("%s", async (_who, { by, act }) => {
    const talk = await aPlannedTalk();
    const { event, before, meetingId } = talk;
    await act(talk);
    const traces = await tracesOf(talk, "meeting.moved");
    const [startsAt, endsAt] = [slotAt(event, 2), slotAt(event, 3)];
    expect(traces.talk).toMatchObject({ status: "accepted", startsAt, endsAt, calendarSequence: 1 });
    const seat = { status: "accepted", outcome: null, from: startsAt.getTime() / 1000 };
    expect(traces.seats).toEqual([seat, seat]);
    const { startsAt: fromStartsAt, endsAt: fromEndsAt } = before;
    const change = { meetingId, kind: "moved", sequence: 1, byPersonId: by(talk), fromStartsAt, fromEndsAt };
    expect(traces.changes).toMatchObject([change]);
    expect(traces.invitations).toEqual(["offered"]);
    expect(traces.oldRoom?.cancelledAt).toBeInstanceOf(Date);
    expect(traces.room).toMatchObject({ startsAt, endsAt, cancelledAt: null });
    expect(traces.facts).toBe(1);
    const letter = ["REQUEST", true, "1"];
    expect(traces.letters).toEqual([letter, letter]);
    expect(traces.reminded).toEqual([false, true]);
    expect(traces.plan).toEqual([false]);
  });
});

type Ending = Path & { kind: "cancelled" | "released"; withdrawn?: true };
const ENDS: Record<string, Ending> = {
  "one of its people": {
    kind: "cancelled",
    by: ({ anna }) => anna.person.id,
    act: async ({ anna, meetingId }) =>
      done(await cancelMeeting({ actor: personActor(anna.person), input: { meetingId } })),
  },
  "one of its people, by the mailed link": {
    kind: "cancelled",
    by: ({ anna }) => anna.person.id,
    act: async ({ anna, meetingId }) =>
      done(await cancelMeeting({ actor: seatActor(anna.registration), input: { meetingId } })),
  },
  "an organizer": {
    kind: "cancelled",
    by: ({ organizer }) => organizer,
    act: async ({ office, meetingId }) => done(await cancelMeeting({ actor: office, input: { meetingId } })),
  },
  "its event, which does not take place": {
    kind: "cancelled",
    by: () => null,
    act: async ({ meetingId }) => done(await cancelMeeting({ actor: worker, input: { meetingId } })),
  },
  "somebody who does not come any more": {
    kind: "cancelled",
    by: ({ anna }) => anna.person.id,
    act: async ({ anna: { person }, meetingId }) =>
      done(await leaveMeeting({ actor: worker, input: { meetingId, personId: person.id } })),
  },
  "who waited in vain": {
    kind: "released",
    by: ({ anna }) => anna.person.id,
    act: async ({ anna, meetingId, before }) => {
      await cameToTalk(meetingId, anna.person, { from: 0 });
      const now = new Date(before.startsAt.getTime() + 300_000);
      done(await releaseMeeting({ actor: personActor(anna.person), input: { meetingId }, now }));
    },
  },
  "a published plan": {
    kind: "cancelled",
    withdrawn: true,
    by: ({ organizer }) => organizer,
    act: async ({ world }) => {
      await aDraft(world, []);
      done(await publish(world));
    },
  },
};

describe("a talk that is called off leaves the same traces, whoever does it", () => {
  it.each(Object.entries(ENDS))("%s", async (_who, { by, act, kind, withdrawn }) => {
    const talk = await aPlannedTalk();
    const { before, meetingId } = talk;
    await act(talk);
    const traces = await tracesOf(talk, `meeting.${kind}`);
    const { startsAt, endsAt } = before;
    expect(traces.talk).toMatchObject({ status: "cancelled", startsAt, endsAt, calendarSequence: 1 });
    expect(traces.seats.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    const change = { meetingId, kind, sequence: 1, byPersonId: by(talk) };
    expect(traces.changes).toMatchObject([{ ...change, fromStartsAt: startsAt, fromEndsAt: endsAt }]);
    expect(traces.invitations).toEqual(["withdrawn"]);
    expect(traces.oldRoom?.cancelledAt).toBeInstanceOf(Date);
    expect(traces.facts).toBe(1);
    const letter = ["CANCEL", true, "1"];
    expect(traces.letters).toEqual([letter, letter]);
    expect(traces.reminded).toEqual([false, false]);
    expect(traces.plan).toEqual([withdrawn ?? false]);
  });
});
