import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { availabilityMarks } from "@/db/schema/matchmaking-availability";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { markTimes } from "./mark-times";
import { requestMeeting } from "./request-meeting";

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
type Taker = Awaited<ReturnType<typeof aTaker>>;

const said = (
  event: Event,
  { blocked = [], preferred = [] }: { blocked?: number[]; preferred?: number[] },
) => ({
  eventId: event.id,
  blocked: blocked.map((index) => slotAt(event, index).toISOString()),
  preferred: preferred.map((index) => slotAt(event, index).toISOString()),
});
const mark = (event: Event, { person }: Taker, marks: Parameters<typeof said>[1]) =>
  markTimes({ actor: personActor(person), input: said(event, marks) });
const marksOf = async ({ person }: Taker) =>
  (await db().select().from(availabilityMarks).where(eq(availabilityMarks.personId, person.id)))
    .map(({ startsAt, mark }) => [startsAt.getTime(), mark])
    .sort();

describe("mark-times", () => {
  it("keeps what was said last, of the holder of a mailed link as well", async () => {
    const event = await aTalkEvent();
    const anna = await aTaker(event);
    expect((await mark(event, anna, { blocked: [0, 1], preferred: [1, 2] })).ok).toBe(true);
    expect(await marksOf(anna)).toEqual([
      [slotAt(event, 0).getTime(), "blocked"],
      [slotAt(event, 1).getTime(), "blocked"],
      [slotAt(event, 2).getTime(), "preferred"],
    ]);
    const input = said(event, { preferred: [0] });
    expect((await markTimes({ actor: seatActor(anna.registration), input })).ok).toBe(true);
    expect(await marksOf(anna)).toEqual([[slotAt(event, 0).getTime(), "preferred"]]);
  });

  it("a stranger finds nothing; times beside the slots, and events without talks, are refused", async () => {
    const event = await aTalkEvent();
    const anna = await aTaker(event);
    const strange = await markTimes({ actor: guest, input: said(event, {}) });
    expect(strange).toMatchObject({ failure: { kind: "not_found" } });
    expect(await mark(event, anna, { blocked: [9] })).toMatchObject({
      failure: { reason: "outside_window" },
    });
    const plain = await anEvent();
    expect(await mark(plain, await aTaker(plain), {})).toMatchObject({ failure: { reason: "no_talks" } });
  });

  it("a slot that is blocked is neither asked for nor accepted, and only its owner learns why (S55)", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    await mark(event, ben, { blocked: [0] });
    const ask = (from: Taker, to: Taker) =>
      requestMeeting({
        actor: personActor(from.person),
        input: { eventId: event.id, toPersonId: to.person.id, slots: [slotAt(event, 0).toISOString()] },
      });
    const free = [1, 2, 3].map((index) => slotAt(event, index).toISOString());
    expect(await ask(anna, ben)).toMatchObject({ failure: { reason: "not_available", details: { free } } });
    expect(await ask(ben, anna)).toMatchObject({ failure: { reason: "own_time_taken", details: { free } } });
    const accept = async (from: Taker, to: Taker) => {
      const request = await aTalkRequest(event, { from: from.person, to: to.person });
      const input = { requestId: request.id, answer: slotAt(event, 0).toISOString() };
      return answerRequest({ actor: personActor(to.person), input });
    };
    expect(await accept(anna, ben)).toMatchObject({
      failure: { reason: "own_time_taken", details: { free } },
    });
    const cem = await aTaker(event);
    expect(await accept(ben, cem)).toMatchObject({ failure: { reason: "not_available", details: { free } } });
  });
});
