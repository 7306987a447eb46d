import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkTables } from "@/db/schema/matchmaking-availability";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { guest, personActor, system } from "@/db/testing/actors";
import { aGuest, anOffer, aTalk } from "@/db/testing/group-talks";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { findMyMeeting } from "../queries/meetings";
import { cancelMeeting } from "./cancel-meeting";
import { inviteToTalk } from "./invite-to-talk";
import { leaveMeeting } from "./leave-meeting";

const rowOf = async (meetingId: Parameters<typeof findMyMeeting>[1]) => {
  const [row] = await db().select().from(meetings).where(eq(meetings.id, meetingId));
  const people = await db().select().from(meetingPeople).where(eq(meetingPeople.meetingId, meetingId));
  return { status: row?.status, sequence: row?.calendarSequence, people: people.length };
};

describe("leaving a talk", () => {
  it("of three leaves it to the others, whoever goes, and of two calls it off", async () => {
    const talk = await aTalk(await aTalkEvent());
    const { event, anna, ben, meetingId } = talk;
    const [cem, dora] = [await aTaker(event), await aTaker(event)];
    await aGuest(talk, cem);
    await aGuest(talk, dora);
    const cancel = ({ person }: typeof anna) =>
      cancelMeeting({ actor: personActor(person), input: { meetingId } });
    expect(await cancel(cem)).toMatchObject({ value: { goesOn: true } });
    expect(await rowOf(meetingId)).toEqual({ status: "accepted", sequence: 3, people: 3 });
    expect(await findMyMeeting(personActor(cem.person), meetingId)).toBeUndefined();
    expect(await cancel(cem)).toMatchObject({ failure: { reason: "missing" } });
    // One of the two who had agreed on it may go as well.
    expect(await cancel(anna)).toMatchObject({ value: { goesOn: true } });
    expect(await rowOf(meetingId)).toEqual({ status: "accepted", sequence: 4, people: 2 });
    expect(await findMyMeeting(personActor(ben.person), meetingId)).toMatchObject({
      partner: { personId: dora.person.id },
      others: [],
    });
    const left = await db().select().from(outbox).where(eq(outbox.kind, "meeting.left"));
    expect(left.map(({ payload }) => payload)).toMatchObject([
      { personId: cem.person.id },
      { personId: anna.person.id },
    ]);
    expect(await cancel(dora)).toMatchObject({ value: { goesOn: false } });
    expect(await rowOf(meetingId)).toMatchObject({ status: "cancelled", people: 2 });
  });

  it("frees their time and the table at which nobody sits any more, and leaves what the two sides propose", async () => {
    const event = await aTalkEvent();
    await db().insert(talkTables).values({ eventId: event.id, count: 1 });
    const talk = await aTalk(event);
    const [cem, dora] = [await aTaker(event, { attendance: "onsite" }), await aTaker(event)];
    await aGuest(talk, cem);
    const input = { meetingId: talk.meetingId, personId: dora.person.id };
    expect((await inviteToTalk({ actor: personActor(talk.anna.person), input })).ok).toBe(true);
    const leave = { meetingId: talk.meetingId, personId: cem.person.id };
    expect(await leaveMeeting({ actor: system, input: leave })).toMatchObject({ value: { goesOn: true } });
    const [row] = await db().select().from(meetings).where(eq(meetings.id, talk.meetingId));
    expect(row).toMatchObject({ place: "online", tableNumber: null });
    const other = await aTalk(event);
    await aGuest(other, cem);
    const proposals = await db()
      .select()
      .from(talkInvitations)
      .where(eq(talkInvitations.personId, dora.person.id));
    expect(proposals.map(({ status }) => status)).toEqual(["proposed"]);
  });

  it("who is left alone of the two sides asks others at once", async () => {
    const talk = await aTalk(await aTalkEvent());
    const [cem, dora, eva] = [await aTaker(talk.event), await aTaker(talk.event), await aTaker(talk.event)];
    await aGuest(talk, cem);
    const { meetingId } = talk;
    const invite = async ({ person }: typeof cem) => {
      const input = { meetingId, personId: person.id };
      expect((await inviteToTalk({ actor: personActor(talk.anna.person), input })).ok).toBe(true);
    };
    const statusOf = async ({ person }: typeof cem) => {
      const rows = await db().select().from(talkInvitations).where(eq(talkInvitations.personId, person.id));
      return rows.map(({ status }) => status);
    };
    await invite(dora);
    expect(await statusOf(dora)).toEqual(["proposed"]);
    await leaveMeeting({ actor: system, input: { meetingId, personId: talk.ben.person.id } });
    expect(await statusOf(dora), "whom nobody can agree to any more").toEqual(["withdrawn"]);
    await invite(eva);
    expect(await statusOf(eva)).toEqual(["offered"]);
  });

  it("is the system's word for somebody, and says what is settled already", async () => {
    const talk = await aTalk(await aTalkEvent());
    const cem = await aTaker(talk.event);
    await anOffer(talk, cem);
    const input = { meetingId: talk.meetingId, personId: talk.anna.person.id };
    for (const actor of [guest, personActor(talk.anna.person)])
      expect(refusalOf(await leaveMeeting({ actor, input }))).toBe(MISSING);
    const stranger = { ...input, personId: cem.person.id };
    expect(await leaveMeeting({ actor: system, input: stranger })).toMatchObject({
      failure: { reason: "already_cancelled" },
    });
    expect(await leaveMeeting({ actor: system, input, now: slotAt(talk.event, 1) })).toMatchObject({
      failure: { reason: "talk_over" },
    });
    expect(await leaveMeeting({ actor: system, input })).toMatchObject({ value: { goesOn: false } });
    expect(await leaveMeeting({ actor: system, input })).toMatchObject({
      failure: { reason: "already_cancelled" },
    });
  });
});
