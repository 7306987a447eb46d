import { and, inArray, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { endRegistrations } from "../internal/end-registrations";
import { seatsForDesk } from "../internal/held-seats";
import { pickedRows } from "../internal/list-choice";
import { promoteWaiting } from "../internal/promote";
import { changeOf, movedBy, moveSeats, sumOf } from "../internal/seat-plan";
import { isOnList } from "../queries/on-list";
import { pickedInput } from "../schema";

/**
 * Takes several people off the list of one event at once; who waits longest gets the seats in the same transaction, but
 * nobody who was among them. Who is off the list already, or on another one, is passed over. Reasons: event_over,
 * event_cancelled, and list_changed when everybody is meant and they are no longer as many as were seen.
 */
export const cancelRegistrations = defineCommand({
  name: "cancel-registrations",
  input: pickedInput,
  permission: "registration.cancel",
  ...seatsForDesk,
  run: async (context, { eventId, ...picked }, { event, plan }) => {
    const { tx, now, emit } = context;
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    const asked = pickedRows(eventId, picked);
    if (picked.everyone && (await tx.$count(registrations, asked)) !== picked.everyone.seen)
      return fail("conflict", "list_changed");
    const rows = await tx
      .select({ id: registrations.id, status: registrations.status, attendance: registrations.attendance })
      .from(registrations)
      .where(and(asked, isOnList))
      .for("update");
    if (rows.length === 0) return ok({ eventId, changed: 0, promoted: 0 });
    const ids = rows.map(({ id }) => id);
    await tx
      .update(registrations)
      .set({
        status: "cancelled",
        cancelledAt: now,
        offeredUntil: null,
        calendarSequence: sql`${registrations.calendarSequence} + 1`,
      })
      .where(inArray(registrations.id, ids));
    await endRegistrations(context, ids);
    const freed = sumOf(rows.map((row) => changeOf(row, undefined)));
    await moveSeats(tx, eventId, freed);
    for (const registrationId of ids)
      await emit({ kind: "registration.cancelled", payload: { registrationId, eventId } });
    const promoted = await promoteWaiting(context, movedBy(plan, freed));
    return ok({ eventId, changed: rows.length, promoted: promoted.length });
  },
});
