import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { meetingPeople } from "@/db/schema/matchmaking";
import { availabilityMarks } from "@/db/schema/matchmaking-availability";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import { rounds } from "@/db/schema/rooms";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { joined, whereIs } from "@/db/testing/rooms";
import { agreeOn, anAgreedTalk, cameToTalk, meetingRow } from "@/db/testing/talk-rooms";
import { aTaker, slotAt } from "@/db/testing/talks";
import { cancelMeeting } from "./cancel-meeting";
import { rescheduleMeeting } from "./reschedule-meeting";

type Talk = Awaited<ReturnType<typeof anAgreedTalk>>;
const to = ({ event, meetingId }: Pick<Talk, "event" | "meetingId">, slot: number) => ({
  meetingId,
  startsAt: slotAt(event, slot).toISOString(),
});
const officeOf = async ({ event }: Talk) => {
  const [network] = await db().select().from(networks).where(eq(networks.id, event.networkId));
  if (!network) throw new Error("no network");
  return organizerActor(await anOrganizer(network), network);
};

describe("reschedule-meeting", () => {
  it("moves time, seats and room, raises the sequence and says from when", async () => {
    const talk = await anAgreedTalk();
    const before = await meetingRow(talk.meetingId);
    const actor = personActor(talk.anna.person);
    expect((await rescheduleMeeting({ actor, input: to(talk, 2) })).ok).toBe(true);
    const after = await meetingRow(talk.meetingId);
    expect(after).toMatchObject({ status: "accepted", calendarSequence: 1, startsAt: slotAt(talk.event, 2) });
    expect(after.roundId).not.toBe(before.roundId);
    const [old] = await db()
      .select()
      .from(rounds)
      .where(eq(rounds.id, before.roundId ?? "rnd_none"));
    expect(old?.cancelledAt).not.toBeNull();
    const changes = await db().select().from(talkChanges).where(eq(talkChanges.meetingId, talk.meetingId));
    expect(changes).toMatchObject([
      { kind: "moved", sequence: 1, byPersonId: talk.anna.person.id, fromStartsAt: before.startsAt },
    ]);
    const mine = await joined(talk.event, personActor(talk.ben.person), {
      tab: "tab-ben",
      now: slotAt(talk.event, 0),
    });
    expect(await whereIs(talk.event, mine, slotAt(talk.event, 2))).toContain(" · ");
    expect(await whereIs(talk.event, mine, slotAt(talk.event, 1))).toBe("talk_lobby");
  });

  it("leaves the old slot free for others, and its own people", async () => {
    const talk = await anAgreedTalk();
    await rescheduleMeeting({ actor: personActor(talk.anna.person), input: to(talk, 1) });
    const third = await aTaker(talk.event);
    await agreeOn({ ...talk, ben: third }, 0);
    const [row] = await db()
      .select()
      .from(meetingPeople)
      .where(
        and(eq(meetingPeople.meetingId, talk.meetingId), eq(meetingPeople.personId, talk.anna.person.id)),
      );
    expect(row?.status).toBe("accepted");
  });

  it("either side by link or signed in, and organizers; nobody else finds it", async () => {
    const talk = await anAgreedTalk();
    const foreign = await aNetwork();
    const stranger = personActor((await aTaker(talk.event)).person);
    for (const actor of [guest, stranger, organizerActor(await anOrganizer(foreign), foreign)])
      expect(await rescheduleMeeting({ actor, input: to(talk, 1) })).toMatchObject({
        failure: { reason: "missing" },
      });
    const ben = seatActor(talk.ben.registration);
    expect((await rescheduleMeeting({ actor: ben, input: to(talk, 1) })).ok).toBe(true);
    expect((await rescheduleMeeting({ actor: await officeOf(talk), input: to(talk, 2) })).ok).toBe(true);
  });

  it("refuses a slot in which one of them has a talk, and names free ones", async () => {
    const talk = await anAgreedTalk();
    await agreeOn({ ...talk, anna: await aTaker(talk.event) }, 1);
    const result = await rescheduleMeeting({ actor: personActor(talk.anna.person), input: to(talk, 1) });
    expect(result).toMatchObject({
      failure: {
        reason: "slot_taken",
        details: { free: [2, 3].map((slot) => slotAt(talk.event, slot).toISOString()) },
      },
    });
    expect((await meetingRow(talk.meetingId)).calendarSequence).toBe(0);
  });

  it("refuses a slot that one of them keeps free, saying whose only to themselves", async () => {
    const talk = await anAgreedTalk();
    await db()
      .insert(availabilityMarks)
      .values({
        eventId: talk.event.id,
        personId: talk.ben.person.id,
        startsAt: slotAt(talk.event, 1),
        endsAt: slotAt(talk.event, 2),
        mark: "blocked",
      });
    const move = (actor: ReturnType<typeof personActor>) => rescheduleMeeting({ actor, input: to(talk, 1) });
    expect(await move(personActor(talk.anna.person))).toMatchObject({
      failure: { reason: "not_available" },
    });
    expect(await move(personActor(talk.ben.person))).toMatchObject({
      failure: { reason: "own_time_taken" },
    });
  });

  it("refuses the same time, times outside of the hours or in the past, and what is over or off", async () => {
    const talk = await anAgreedTalk();
    const actor = personActor(talk.anna.person);
    const reasonOf = async (input: ReturnType<typeof to>, now?: Date) => {
      const result = await rescheduleMeeting({ actor, input, ...(now ? { now } : {}) });
      return result.ok ? "ok" : result.failure.reason;
    };
    expect(await reasonOf(to(talk, 0))).toBe("same_time");
    expect(await reasonOf(to(talk, 9))).toBe("outside_window");
    expect(await reasonOf(to(talk, 1), slotAt(talk.event, 2))).toBe("talk_over");
    await rescheduleMeeting({ actor, input: to(talk, 2) });
    expect(await reasonOf(to(talk, 1), slotAt(talk.event, 2))).toBe("slot_past");
    await cancelMeeting({ actor, input: { meetingId: talk.meetingId } });
    expect(await reasonOf(to(talk, 1))).toBe("was_cancelled");
  });

  it("is for whoever waits, not for two who are talking", async () => {
    const talk = await anAgreedTalk();
    const now = new Date(talk.startsAt.getTime() + 360_000);
    const move = () => rescheduleMeeting({ actor: personActor(talk.anna.person), input: to(talk, 1), now });
    await cameToTalk(talk.meetingId, talk.anna.person, { from: 0 });
    await cameToTalk(talk.meetingId, talk.ben.person, { from: 60 });
    expect(await move()).toMatchObject({ failure: { reason: "talk_running" } });
    const alone = await anAgreedTalk();
    await cameToTalk(alone.meetingId, alone.anna.person, { from: 0 });
    const moved = await rescheduleMeeting({
      actor: personActor(alone.anna.person),
      input: to(alone, 1),
      now: new Date(alone.startsAt.getTime() + 360_000),
    });
    expect(moved.ok).toBe(true);
  });

  it("its people move it three times at most, organizers as often as they have to", async () => {
    const talk = await anAgreedTalk();
    const actor = personActor(talk.anna.person);
    for (const slot of [1, 2, 3])
      expect((await rescheduleMeeting({ actor, input: to(talk, slot) })).ok).toBe(true);
    expect(await rescheduleMeeting({ actor, input: to(talk, 0) })).toMatchObject({
      failure: { reason: "moved_too_often" },
    });
    expect((await rescheduleMeeting({ actor: await officeOf(talk), input: to(talk, 0) })).ok).toBe(true);
  });
});
