import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkTables } from "@/db/schema/matchmaking-availability";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { personActor, seatActor } from "@/db/testing/actors";
import { aGuest, anOffer, aTalk } from "@/db/testing/group-talks";
import { joined, whereIs } from "@/db/testing/rooms";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { findMyMeeting, listMyMeetings } from "../queries/meetings";
import { answerTalkInvitation } from "./answer-talk-invitation";
import { blockPerson } from "./block-person";
import { cancelMeeting } from "./cancel-meeting";

const answer = (actor: Actor, invitationId: string, said = "yes", now?: Date) =>
  answerTalkInvitation({ actor, input: { invitationId, answer: said }, ...(now ? { now } : {}) });
const peopleIn = (meetingId: Parameters<typeof findMyMeeting>[1]) =>
  db().$count(meetingPeople, eq(meetingPeople.meetingId, meetingId));

describe("answer-talk-invitation", () => {
  it("who was invited comes by the mailed link: into the talk, its room and everybody's list", async () => {
    const talk = await aTalk(await aTalkEvent());
    const { event, anna, ben, meetingId } = talk;
    const cem = await aTaker(event);
    const invitationId = await anOffer(talk, cem);
    for (const { person } of [anna, ben])
      expect(await answer(personActor(person), invitationId)).toMatchObject({
        failure: { reason: "missing" },
      });
    expect(await answer(seatActor(cem.registration), invitationId)).toMatchObject({ value: { meetingId } });
    const [row] = await db().select().from(meetings).where(eq(meetings.id, meetingId));
    expect(row?.calendarSequence).toBe(1);
    expect(await findMyMeeting(personActor(cem.person), meetingId)).toMatchObject({
      partner: { name: expect.any(String) },
      others: [{ name: expect.any(String) }],
    });
    expect(await listMyMeetings(personActor(anna.person))).toMatchObject([
      { partner: { personId: ben.person.id }, others: [{ personId: cem.person.id }] },
    ]);
    const now = new Date(event.startsAt.getTime() - 60_000);
    for (const { person } of [anna, cem]) {
      const one = await joined(event, personActor(person), { tab: `tab-${person.id.slice(4)}`, now });
      expect(await whereIs(event, one, slotAt(event, 0))).toContain(ben.person.name);
    }
    expect(await answer(personActor(cem.person), invitationId)).toMatchObject({
      failure: { reason: "not_open" },
    });
  });

  it("„nein danke“ leaves the talk as it is", async () => {
    const talk = await aTalk(await aTalkEvent());
    const cem = await aTaker(talk.event);
    const invitationId = await anOffer(talk, cem);
    expect(await answer(personActor(cem.person), invitationId, "no")).toMatchObject({
      value: { meetingId: null },
    });
    expect(await peopleIn(talk.meetingId)).toBe(2);
    const isIt = eq(talkInvitations.id, invitationId);
    const [row] = await db().select().from(talkInvitations).where(isIt);
    expect(row?.status).toBe("declined");
  });

  it("refuses who is not free any more, was blocked meanwhile, or comes too late", async () => {
    const event = await aTalkEvent();
    const talk = await aTalk(event);
    const [cem, dora] = [await aTaker(event), await aTaker(event)];
    const [one, two] = [await anOffer(talk, cem), await anOffer(talk, dora)];
    const other = await aTalk(event);
    await aGuest(other, cem);
    expect(await answer(personActor(cem.person), one)).toMatchObject({
      failure: { reason: "own_time_taken" },
    });
    const block = { personId: dora.person.id, blocked: "yes" };
    await blockPerson({ actor: personActor(talk.ben.person), input: block });
    expect(await answer(personActor(dora.person), two)).toMatchObject({
      failure: { reason: "partner_unavailable" },
    });
    expect(await answer(personActor(dora.person), two, "yes", slotAt(event, 0))).toMatchObject({
      failure: { reason: "expired" },
    });
    await cancelMeeting({ actor: personActor(talk.anna.person), input: { meetingId: talk.meetingId } });
    expect(await answer(personActor(dora.person), two)).toMatchObject({ failure: { reason: "not_open" } });
    expect(await peopleIn(talk.meetingId)).toBe(2);
  });

  it("one table is for all of them: kept, taken by who comes on site, and refused where none is left", async () => {
    const event = await aTalkEvent();
    await db().insert(talkTables).values({ eventId: event.id, count: 1 });
    const [talk, other] = [await aTalk(event), await aTalk(event)];
    const placeOf = async ({ meetingId }: typeof talk) => {
      const [row] = await db().select().from(meetings).where(eq(meetings.id, meetingId));
      return [row?.place, row?.tableNumber];
    };
    expect(await placeOf(talk)).toEqual(["online", null]);
    const onSite = async () => aTaker(event, { attendance: "onsite" });
    await aGuest(talk, await onSite());
    expect(await placeOf(talk)).toEqual(["mixed", 1]);
    await aGuest(talk, await onSite());
    expect(await placeOf(talk)).toEqual(["mixed", 1]);
    const late = await onSite();
    const invitationId = await anOffer(other, late);
    expect(await answer(personActor(late.person), invitationId)).toMatchObject({
      failure: { reason: "no_table" },
    });
    expect(await placeOf(other)).toEqual(["online", null]);
    expect(await peopleIn(other.meetingId)).toBe(2);
  });
});
