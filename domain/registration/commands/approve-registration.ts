import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { lockToSeat } from "../internal/load-registration";
import { changeOf, moveSeats, sumOf } from "../internal/seat-plan";
import { seatingOf, seatsOf } from "../rules";
import { registrationRef } from "../schema";

/**
 * The office says yes to a request, also to one it had declined: a seat, or the end of the waiting list, because nobody
 * passes who waits already. Saying it again changes nothing. Reasons: event_full, no_onsite_seats,
 * registration_cancelled, event_over, event_cancelled.
 */
export const approveRegistration = defineCommand({
  name: "approve-registration",
  input: registrationRef,
  permission: "registration.decide",
  load: ({ tx }, { registrationId }) => lockToSeat(tx, registrationId),
  run: async ({ tx, now, emit }, { registrationId }, { row, event, plan }) => {
    const { eventId } = event;
    if (row.status === "cancelled") return fail("conflict", "registration_cancelled");
    if (row.status !== "pending" && row.status !== "declined")
      return ok({ registrationId, state: row.status });
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    if (row.attendance === "onsite" && plan.onsiteCapacity === null)
      return fail("conflict", "no_onsite_seats");
    const state = seatingOf(seatsOf(plan, row.attendance));
    if (state === "full") return fail("conflict", "event_full");
    await tx
      .update(registrations)
      .set({ status: state, place: plan.nextPlace, confirmedAt: state === "confirmed" ? now : null })
      .where(eq(registrations.id, registrationId));
    await moveSeats(tx, eventId, sumOf([changeOf(row, { ...row, status: state }), { nextPlace: 1 }]));
    await emit({ kind: `registration.${state}`, payload: { registrationId, eventId } });
    return ok({ registrationId, state });
  },
});
