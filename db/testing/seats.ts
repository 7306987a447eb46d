import { asc, eq } from "drizzle-orm";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import type { Id } from "@/lib/ids";
import { db } from "../client";
import { registrations, seatPlans } from "../schema/registration";
import { guest, organizerActor } from "./actors";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "./makers";

export const planOf = async (eventId: Id<"event">) =>
  (await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId)))[0];

export const rowOf = async (id: Id<"registration">) =>
  (await db().select().from(registrations).where(eq(registrations.id, id)))[0];

/** Who is on the list, in order of their places: "ada confirmed". */
export const statesOf = async (eventId: Id<"event">) =>
  (
    await db()
      .select()
      .from(registrations)
      .where(eq(registrations.eventId, eventId))
      .orderBy(asc(registrations.place))
  ).map((row) => `${row.name} ${row.status}`);

/** A stranger of this name who registers, as the row that it makes. */
export async function registered(eventId: Id<"event">, name: string) {
  const input = { eventId, name, email: `${name}@example.org` };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  const row = await rowOf(result.value.registrationId);
  if (!row) throw new Error("not stored");
  return row;
}

/** Several of them, one after the other; their ids. */
export async function allRegistered(eventId: Id<"event">, names: readonly string[]) {
  const ids: Id<"registration">[] = [];
  for (const name of names) ids.push((await registered(eventId, name)).id);
  return ids;
}

/** An event of a network, and an organizer there. */
export async function anOffice(values: Parameters<typeof anEvent>[0] = {}) {
  const network = await aNetwork();
  const event = await anEvent({ ...values, network });
  return { network, event, actor: organizerActor(await anOrganizer(network), network) };
}

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

/** Every rule of seats set to something else than it is by itself. */
export const strictRules = {
  ...{ onsiteCapacity: 8, approval: true, invitationOnly: true, offerHours: 12, switchHours: 24 },
  ...{ confirmMembers: true, confirmDomains: ["example.org"], membersFirst: true, invitedFirst: true },
};
