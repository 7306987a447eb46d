import { eq, sql } from "drizzle-orm";
import { db } from "../client";
import { meetingRequestSlots, meetingRequests, talkWindows } from "../schema/matchmaking";
import type { people } from "../schema/people";
import type { events } from "../schema/programme";
import { seatPlans } from "../schema/registration";
import { anEvent, aPerson, aRegistration } from "./makers";

type Event = typeof events.$inferSelect;
type Person = typeof people.$inferSelect;

/** An event in a day with a window of 90 minutes: slots of 20 minutes at 0, 20, 40 and 60 minutes after its start. */
export async function aTalkEvent(values: Parameters<typeof anEvent>[0] = {}) {
  const event = await anEvent({ kind: "matchmaking", mode: "roundtable", ...values });
  const { id: eventId, startsAt, endsAt } = event;
  await db().insert(talkWindows).values({ eventId, startsAt, endsAt, slotMinutes: 20, pauseMinutes: 0 });
  return event;
}

/** A person with a confirmed, proven registration who takes talks. */
export async function aTaker(event: Event, values: Parameters<typeof aRegistration>[1] = {}) {
  const person = await aPerson();
  const registration = await aRegistration(event, {
    personId: person.id,
    email: person.email,
    name: person.name,
    talksOptIn: true,
    provenAt: new Date(),
    ...values,
  });
  // Raw rows don't move the counts, but whoever takes talks may cancel, and that does.
  const { status } = registration;
  const seat = status === "confirmed" || status === "waiting" ? status : undefined;
  if (seat) {
    await db()
      .update(seatPlans)
      .set({ [seat]: sql`${seatPlans[seat]} + 1` })
      .where(eq(seatPlans.eventId, event.id));
  }
  return { person, registration };
}

/** The start of the event's slot of this number. */
export const slotAt = (event: Event, index: number): Date =>
  new Date(event.startsAt.getTime() + index * 20 * 60_000);

/** A request that waits, as a raw row, for the slots of these numbers. */
export async function aTalkRequest(
  event: Event,
  { from, to, slots = [0] }: { from: Pick<Person, "id">; to: Pick<Person, "id">; slots?: number[] },
) {
  const [request] = await db()
    .insert(meetingRequests)
    .values({
      eventId: event.id,
      fromPersonId: from.id,
      toPersonId: to.id,
      expiresAt: new Date(event.startsAt.getTime() - 60_000),
    })
    .returning();
  if (!request) throw new Error("the insert returned no row");
  await db()
    .insert(meetingRequestSlots)
    .values(
      slots.map((index) => ({
        requestId: request.id,
        startsAt: slotAt(event, index),
        endsAt: slotAt(event, index + 1),
      })),
    );
  return request;
}
