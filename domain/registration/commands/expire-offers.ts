import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { endRegistrations } from "../internal/end-registrations";
import { promoteWaiting } from "../internal/promote";
import { changeOf, lockSeats, movedBy, moveSeats, sumOf } from "../internal/seat-plan";
import { promoteInput } from "../schema";

/**
 * Ends the offers of one event that nobody took in time: those people are off the list, and the seats go to who waits
 * next, in the same transaction. Doing it again changes nothing.
 */
export const expireOffers = defineCommand({
  name: "expire-offers",
  input: promoteInput,
  permission: "registration.promote",
  quiet: true,
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    const event = plan && (await eventScope(tx, eventId));
    return event && { ...event, plan };
  },
  run: async (context, { eventId }, { plan }) => {
    const { tx, now, emit } = context;
    const isExpired = and(
      eq(registrations.eventId, eventId),
      eq(registrations.status, "offered"),
      lte(registrations.offeredUntil, now),
    );
    const rows = await tx.select().from(registrations).where(isExpired).orderBy(asc(registrations.place));
    if (rows.length === 0) return ok({ expired: 0, promoted: 0 });
    const ids = rows.map(({ id }) => id);
    await tx
      .update(registrations)
      .set({ status: "cancelled", cancelledAt: now, offeredUntil: null })
      .where(inArray(registrations.id, ids));
    await endRegistrations(context, ids);
    const change = sumOf(rows.map((row) => changeOf(row, undefined)));
    await moveSeats(tx, eventId, change);
    for (const registrationId of ids)
      await emit({ kind: "registration.expired", payload: { registrationId, eventId } });
    const promoted = await promoteWaiting(context, movedBy(plan, change));
    return ok({ expired: ids.length, promoted: promoted.length });
  },
});
