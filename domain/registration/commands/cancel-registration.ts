import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { endRegistrations } from "../internal/end-registrations";
import { lockWithSeats } from "../internal/load-registration";
import { promoteWaiting } from "../internal/promote";
import { changeOf, movedBy, moveSeats } from "../internal/seat-plan";
import { isHeld } from "../rules";
import { registrationRef } from "../schema";

/**
 * Gives a seat, an offer or a place on the waiting list back; whoever waits longest gets the seat in the same
 * transaction. Cancelling twice is cancelling once. Reasons: event_over, event_cancelled.
 */
export const cancelRegistration = defineCommand({
  name: "cancel-registration",
  input: registrationRef,
  permission: "registration.cancel",
  load: ({ tx }, { registrationId }) => lockWithSeats(tx, registrationId),
  run: async (context, { registrationId }, { row, event, plan }) => {
    const { tx, now, emit } = context;
    const answer = { registrationId, eventId: event.eventId, eventSlug: event.slug };
    if (!isHeld(row)) return ok(answer);
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    const calendarSequence = row.calendarSequence + 1;
    await tx
      .update(registrations)
      .set({ status: "cancelled", cancelledAt: now, offeredUntil: null, calendarSequence })
      .where(eq(registrations.id, registrationId));
    await endRegistrations(context, [registrationId]);
    const freed = changeOf(row, undefined);
    await moveSeats(tx, event.eventId, freed);
    await emit({ kind: "registration.cancelled", payload: { registrationId, eventId: event.eventId } });
    await promoteWaiting(context, movedBy(plan, freed));
    return ok(answer);
  },
});
