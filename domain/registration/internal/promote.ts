import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import type { Context } from "@/domain/kernel/context";
import { holdEvent } from "@/domain/programme/queries";
import { isEventOver } from "@/domain/programme/rules";
import type { Id } from "@/lib/ids";
import { type Attendance, offerDeadline, promotable, seatsOf } from "../rules";
import { changeOf, moveSeats, type SeatPlan, sumOf } from "./seat-plan";

type Row = Pick<typeof registrations.$inferSelect, "id" | "status" | "attendance">;

/** Who is next for these seats, as many as there are free: by precedence, then by the time of asking. */
async function nextInLine({ tx }: Context, plan: SeatPlan, attendance: Attendance): Promise<Row[]> {
  const seats = promotable(seatsOf(plan, attendance));
  if (seats === 0) return [];
  return tx
    .select({ id: registrations.id, status: registrations.status, attendance: registrations.attendance })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, plan.eventId),
        eq(registrations.status, "waiting"),
        eq(registrations.attendance, attendance),
      ),
    )
    .orderBy(desc(registrations.priority), asc(registrations.place))
    .limit(seats);
}

/**
 * Gives free seats to those who are next in line, within the transaction that freed them: no seat is ever idle while
 * somebody waits, and nobody is passed but by whom the event's rules put first. Where the plan says so, the seat is offered and held for a while instead.
 * `plan` is locked and already counts the freed seats. Nobody moves up into an event that is over or called off,
 * however the commands for that and this one meet.
 */
export async function promoteWaiting(context: Context, plan: SeatPlan): Promise<Id<"registration">[]> {
  const { tx, now, emit } = context;
  const isWaited = (["online", "onsite"] as const).some((kind) => promotable(seatsOf(plan, kind)) > 0);
  const event = isWaited ? await holdEvent(tx, plan.eventId) : undefined;
  if (!event || isEventOver(event, now)) return [];
  const next = [
    ...(await nextInLine(context, plan, "online")),
    ...(await nextInLine(context, plan, "onsite")),
  ];
  const ids = next.map((row) => row.id);
  if (ids.length === 0) return [];
  const offeredUntil = offerDeadline(plan.offerHours, { now, startsAt: event.startsAt });
  const given = offeredUntil
    ? { status: "offered" as const, offeredUntil }
    : { status: "confirmed" as const, confirmedAt: now };
  await tx.update(registrations).set(given).where(inArray(registrations.id, ids));
  await moveSeats(tx, plan.eventId, sumOf(next.map((row) => changeOf(row, { ...row, ...given }))));
  const kind = offeredUntil ? "registration.offered" : "registration.promoted";
  for (const registrationId of ids) await emit({ kind, payload: { registrationId, eventId: plan.eventId } });
  return ids;
}
