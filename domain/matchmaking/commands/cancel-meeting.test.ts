import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { rounds } from "@/db/schema/rooms";
import { guest, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { cancelMeeting } from "./cancel-meeting";

async function agreed() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  const answer = slotAt(event, 0).toISOString();
  const input = { requestId: request.id, answer };
  const result = await answerRequest({ actor: personActor(ben.person), input });
  if (!result.ok || !result.value.meetingId) throw new Error("not accepted");
  return { event, anna, ben, input: { meetingId: result.value.meetingId } };
}

describe("cancel-meeting", () => {
  it("frees the slot of both, raises the sequence and closes the room", async () => {
    const { event, anna, ben, input } = await agreed();
    expect((await cancelMeeting({ actor: personActor(anna.person), input })).ok).toBe(true);
    const [meeting] = await db().select().from(meetings).where(eq(meetings.id, input.meetingId));
    expect(meeting).toMatchObject({ status: "cancelled", calendarSequence: 1 });
    const people = await db()
      .select()
      .from(meetingPeople)
      .where(eq(meetingPeople.meetingId, input.meetingId));
    expect(people.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    const [round] = await db()
      .select()
      .from(rounds)
      .where(eq(rounds.id, meeting?.roundId ?? "rnd_none"));
    expect(round?.cancelledAt).not.toBeNull();
    const again = await aTalkRequest(event, { from: anna.person, to: ben.person });
    const answer = { requestId: again.id, answer: slotAt(event, 0).toISOString() };
    expect((await answerRequest({ actor: personActor(ben.person), input: answer })).ok).toBe(true);
  });

  it("either side and the organizers may, by link too; a foreign organizer and a stranger find nothing", async () => {
    for (const who of ["seat", "organizer"] as const) {
      const { event, ben, input } = await agreed();
      const [network] = await db().select().from(networks).where(eq(networks.id, event.networkId));
      if (!network) throw new Error("no network");
      const foreign = await aNetwork();
      for (const actor of [guest, organizerActor(await anOrganizer(foreign), foreign)]) {
        expect(await cancelMeeting({ actor, input })).toMatchObject({ failure: { reason: "missing" } });
      }
      const actor =
        who === "seat" ? seatActor(ben.registration) : organizerActor(await anOrganizer(network), network);
      expect((await cancelMeeting({ actor, input })).ok).toBe(true);
    }
  });

  it("refuses what is cancelled or over", async () => {
    const { event, anna, input } = await agreed();
    const actor = personActor(anna.person);
    expect(await cancelMeeting({ actor, input, now: slotAt(event, 1) })).toMatchObject({
      failure: { reason: "talk_over" },
    });
    await cancelMeeting({ actor, input });
    expect(await cancelMeeting({ actor, input })).toMatchObject({ failure: { reason: "already_cancelled" } });
  });
});
