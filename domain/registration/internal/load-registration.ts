import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Scope } from "@/domain/policy";
import { type EventScope, eventScope, holdEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { lockSeats, type SeatPlan } from "./seat-plan";

export type RegistrationRow = typeof registrations.$inferSelect;
export type LoadedRegistration = Scope & { row: RegistrationRow; event: EventScope };

const scopeOf = (row: RegistrationRow, event: EventScope): LoadedRegistration => ({
  networkId: event.networkId,
  eventId: event.eventId,
  registrationId: row.id,
  ownerIds: row.personId ? [row.personId] : [],
  row,
  event,
});

/** A registration with its tenant, the row held until the transaction ends. */
export async function lockRegistration(
  tx: Transaction,
  id: Id<"registration">,
): Promise<LoadedRegistration | undefined> {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id)).for("update");
  const event = row && (await eventScope(tx, row.eventId));
  return event && scopeOf(row, event);
}

/** The same with the event's seats, which are locked first: the order of locks is seats, registration, event. */
export async function lockWithSeats(
  tx: Transaction,
  id: Id<"registration">,
): Promise<(LoadedRegistration & { plan: SeatPlan }) | undefined> {
  const [found] = await tx
    .select({ eventId: registrations.eventId })
    .from(registrations)
    .where(eq(registrations.id, id));
  const plan = found && (await lockSeats(tx, found.eventId));
  const loaded = plan && (await lockRegistration(tx, id));
  return loaded && { ...loaded, plan };
}

/** The same with the event held after both, for whoever gives a seat: see `holdEvent`. */
export async function lockToSeat(
  tx: Transaction,
  id: Id<"registration">,
): Promise<(LoadedRegistration & { plan: SeatPlan }) | undefined> {
  const loaded = await lockWithSeats(tx, id);
  const event = loaded && (await holdEvent(tx, loaded.event.eventId));
  return event && { ...loaded, event };
}
