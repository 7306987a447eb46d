import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { meetingRequests } from "@/db/schema/matchmaking";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { counterRequest } from "./counter-request";
import { requestMeeting } from "./request-meeting";

async function asked() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  const input = { requestId: request.id, slots: [slotAt(event, 2).toISOString()], note: "Lieber später." };
  return { event, anna, ben, request, input };
}
const rowOf = async (id: (typeof meetingRequests.$inferSelect)["id"]) =>
  (await db().select().from(meetingRequests).where(eq(meetingRequests.id, id)))[0];

describe("counter-request", () => {
  it("answers a request with another one, the other way round, which is accepted like any", async () => {
    const { event, anna, ben, request, input } = await asked();
    const result = await counterRequest({ actor: seatActor(ben.registration), input });
    if (!result.ok) throw new Error(result.failure.reason);
    const { requestId } = result.value;
    expect((await rowOf(request.id))?.status).toBe("countered");
    expect(await rowOf(requestId)).toMatchObject({
      ...{
        fromPersonId: ben.person.id,
        toPersonId: anna.person.id,
        status: "requested",
        counterOf: request.id,
      },
      note: "Lieber später.",
    });
    const facts = await db().select().from(outbox).where(eq(outbox.kind, "meeting.countered"));
    expect(facts.map(({ payload }) => payload)).toContainEqual({ requestId, eventId: event.id });
    const answer = { requestId, answer: slotAt(event, 2).toISOString() };
    expect((await answerRequest({ actor: personActor(anna.person), input: answer })).ok).toBe(true);
  });

  it("counts for nobody's five, and is worth one request more to who gave it", async () => {
    const { event, ben, input } = await asked();
    expect((await counterRequest({ actor: personActor(ben.person), input })).ok).toBe(true);
    const ask = async () => {
      const other = await aTaker(event);
      const wish = {
        eventId: event.id,
        toPersonId: other.person.id,
        slots: [slotAt(event, 0).toISOString()],
      };
      const result = await requestMeeting({ actor: personActor(ben.person), input: wish });
      return result.ok ? "ok" : result.failure.reason;
    };
    const answers: string[] = [];
    for (let round = 0; round < 7; round++) answers.push(await ask());
    expect(answers).toEqual([...Array.from({ length: 6 }, () => "ok"), "too_many_open"]);
  });

  it("is the asked person's alone, once, and only with times that both have", async () => {
    const { event, anna, ben, input } = await asked();
    const counter = (actor: Parameters<typeof counterRequest>[0]["actor"], more = {}) =>
      counterRequest({ actor, input: { ...input, ...more } });
    for (const actor of [guest, personActor(anna.person), personActor((await aTaker(event)).person)]) {
      expect(await counter(actor)).toMatchObject({ failure: { kind: "not_found" } });
    }
    const me = personActor(ben.person);
    const at = (index: number) => ({ slots: [slotAt(event, index).toISOString()] });
    expect(await counter(me, at(9))).toMatchObject({ failure: { reason: "outside_window" } });
    expect(await counter(me, { slots: [] })).toMatchObject({ failure: { kind: "invalid" } });
    expect((await counter(me)).ok).toBe(true);
    expect(await counter(me)).toMatchObject({ failure: { reason: "not_open" } });
  });
});
