import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { organizerActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { bookMeeting } from "../commands/book-meeting";
import { seatlessIn } from "./engagements";

it("who lost their seat is still looked for in talks that are ahead or run, not in those that are over", async () => {
  const event = await aTalkEvent();
  const eventId = event.id;
  const office = organizerActor(await aPerson(), { id: event.networkId });
  const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  const book = async (other: typeof ben, slot: number) => {
    const personIds = [anna.person.id, other.person.id];
    const booked = await bookMeeting({
      actor: office,
      input: { eventId, personIds, startsAt: slotAt(event, slot).toISOString() },
    });
    if (!booked.ok) throw new Error("the talk was not booked");
    return booked.value.meetingId;
  };
  const [first, later] = [await book(ben, 0), await book(cem, 2)];
  await db()
    .update(registrations)
    .set({ status: "cancelled" })
    .where(eq(registrations.id, anna.registration.id));
  const found = async (now: Date, meetingId?: typeof first) =>
    (await seatlessIn(meetingId ? { eventId, meetingId } : { eventId }, now))
      .map((one) => one.meetingId)
      .sort();
  const lastMoment = new Date(slotAt(event, 1).getTime() - 1);
  expect(await found(lastMoment)).toEqual([first, later].sort());
  expect(await found(slotAt(event, 1))).toEqual([later]);
  expect(await found(slotAt(event, 1), first)).toEqual([]);
  expect(await found(slotAt(event, 3))).toEqual([]);
});
