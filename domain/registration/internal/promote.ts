import { and, asc, eq, inArray } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import { holdEvent } from "@/domain/programme/queries";
import { isEventOver } from "@/domain/programme/rules";
import type { Id } from "@/lib/ids";
import { promotable } from "../rules";
import { moveSeats, type SeatPlan } from "./seat-plan";

/**
 * Gives free seats to those who wait longest, within the transaction that freed them: no seat is ever idle while
 * somebody waits, and nobody is passed. `plan` is locked and already counts the freed seats. Nobody moves up into an
 * event that is over or called off, however the commands for that and this one meet.
 */
export async function promoteWaiting(context: Context, plan: SeatPlan): Promise<Id<"registration">[]> {
  const { tx, now, emit } = context;
  const seats = promotable(plan);
  if (seats === 0) return [];
  const event = await holdEvent(tx, plan.eventId);
  if (!event || isEventOver(event, now)) return [];
  const next = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, plan.eventId), eq(registrations.status, "waiting")))
    .orderBy(asc(registrations.place))
    .limit(seats);
  const ids = next.map((row) => row.id);
  if (ids.length === 0) return [];
  await tx
    .update(registrations)
    .set({ status: "confirmed", confirmedAt: now })
    .where(inArray(registrations.id, ids));
  await moveSeats(tx, plan.eventId, { confirmed: ids.length, waiting: -ids.length });
  for (const registrationId of ids) {
    await emit({ kind: "registration.promoted", payload: { registrationId, eventId: plan.eventId } });
  }
  return ids;
}
