import { eq } from "drizzle-orm";
import type { Id } from "@/lib/ids";
import { db } from "../client";
import { registrations, seatPlans } from "../schema/registration";
import { aNetwork, anEvent, aRegistration } from "./makers";

export const planOf = async (eventId: Id<"event">) =>
  (await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId)))[0];

export const rowOf = async (id: Id<"registration">) =>
  (await db().select().from(registrations).where(eq(registrations.id, id)))[0];

type Plan = Partial<typeof seatPlans.$inferInsert>;

/** A published event tomorrow whose seats are given by these rules, nobody in it yet. */
export async function anEventWith({ capacity = 1, ...plan }: Plan) {
  const network = await aNetwork();
  const event = await anEvent({ network, capacity });
  if (Object.keys(plan).length > 0)
    await db().update(seatPlans).set(plan).where(eq(seatPlans.eventId, event.id));
  return { network, event };
}

/** An event with one seat that is offered to one person for six hours, while another waits; all counted. */
export async function anOffer() {
  const { network, event } = await anEventWith({ offerHours: 6, offered: 1, waiting: 1, nextPlace: 100_000 });
  const offeredUntil = new Date(Date.now() + 6 * 3_600_000);
  const offered = await aRegistration(event, { status: "offered", offeredUntil, confirmedAt: null });
  const next = await aRegistration(event, { status: "waiting", confirmedAt: null });
  return { network, event, offered, next };
}
