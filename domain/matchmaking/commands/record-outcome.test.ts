import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingPeople } from "@/db/schema/matchmaking";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { cancelMeeting } from "./cancel-meeting";
import { recordOutcome } from "./record-outcome";

async function agreed() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
  const result = await answerRequest({ actor: personActor(ben.person), input });
  if (!result.ok || !result.value.meetingId) throw new Error("not accepted");
  const outcome = { meetingId: result.value.meetingId, outcome: "interesting" };
  return { event, anna, ben, input: outcome, during: slotAt(event, 0) };
}

describe("record-outcome", () => {
  it("each side says it for itself, and may think again", async () => {
    const { anna, ben, input, during: now } = await agreed();
    expect((await recordOutcome({ actor: personActor(anna.person), input, now })).ok).toBe(true);
    const better = { ...input, outcome: "cooperation_possible" };
    expect((await recordOutcome({ actor: personActor(anna.person), input: better, now })).ok).toBe(true);
    expect((await recordOutcome({ actor: seatActor(ben.registration), input, now })).ok).toBe(true);
    const rows = await db().select().from(meetingPeople).where(eq(meetingPeople.meetingId, input.meetingId));
    const said = new Map(rows.map(({ personId, outcome }) => [personId, outcome]));
    expect(said.get(anna.person.id)).toBe("cooperation_possible");
    expect(said.get(ben.person.id)).toBe("interesting");
  });

  it("refuses before the start, after a cancellation, from others and unknown words", async () => {
    const { event, anna, input, during: now } = await agreed();
    const actor = personActor(anna.person);
    expect(await recordOutcome({ actor, input })).toMatchObject({ failure: { reason: "too_early" } });
    expect(await recordOutcome({ actor: guest, input, now })).toMatchObject({
      failure: { reason: "missing" },
    });
    const third = personActor((await aTaker(event)).person);
    expect(await recordOutcome({ actor: third, input, now })).toMatchObject({
      failure: { reason: "missing" },
    });
    expect(await recordOutcome({ actor, input: { ...input, outcome: "x" }, now })).toMatchObject({
      failure: { fields: { outcome: ["invalid_outcome"] } },
    });
    const days = (count: number) => new Date(slotAt(event, 1).getTime() + count * 86_400_000);
    expect((await recordOutcome({ actor, input, now: days(2) })).ok).toBe(true);
    expect(await recordOutcome({ actor, input, now: days(3) }), "once it is told").toMatchObject({
      failure: { reason: "outcome_closed" },
    });
    await cancelMeeting({ actor, input });
    expect(await recordOutcome({ actor, input, now })).toMatchObject({
      failure: { reason: "was_cancelled" },
    });
  });
});
