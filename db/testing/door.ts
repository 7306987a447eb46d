import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { seatPlans } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { eventActor, organizerActor } from "./actors";
import { aNetwork, anEvent, anEventRole, anOrganizer, aRegistration } from "./makers";

/** First minute of the event of `anEventOnSite`. */
export const DOORS = new Date("2027-03-31T08:00:00Z");
/** So many minutes after its start. */
export const minute = (minutes: number) => new Date(DOORS.getTime() + minutes * 60_000);

type Values = Omit<NonNullable<Parameters<typeof anEvent>[0]>, "network">;
type Plan = Partial<typeof seatPlans.$inferInsert>;

/** A hybrid event of a whole day, its organizer, and somebody who has nothing but its door. */
export async function anEventOnSite(values: Values = {}, plan: Plan = {}) {
  const network = await aNetwork();
  const times = { startsAt: DOORS, endsAt: minute(8 * 60) };
  const event = await anEvent({ network, place: "Haus der Technik, Musterstadt", ...times, ...values });
  await db()
    .update(seatPlans)
    .set({ onsiteCapacity: 100, ...plan })
    .where(eq(seatPlans.eventId, event.id));
  const keeper = await anEventRole(event, "check_in");
  const organizer = organizerActor(await anOrganizer(network), network);
  return { network, event, organizer, keeper, doorkeeper: eventActor(keeper, event, "check_in") };
}

type Guest = Parameters<typeof aRegistration>;

/** Somebody with a seat on site, as a raw row that moves no counts. */
export const aGuestOnSite = (event: Guest[0], values: Guest[1] = {}) =>
  aRegistration(event, { attendance: "onsite", ...values });

export const entryOf = async (id: Id<"registration">) =>
  (await db().select().from(checkIns).where(eq(checkIns.registrationId, id)))[0];
