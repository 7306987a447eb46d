import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { endRegistrations } from "../internal/end-registrations";
import { lockWithSeats } from "../internal/load-registration";
import { changeOf, moveSeats } from "../internal/seat-plan";
import { registrationRef } from "../schema";

/**
 * The office says no to a request. Whoever has a seat already is cancelled instead. Saying it again changes nothing.
 * Reasons: not_pending, event_over, event_cancelled.
 */
export const declineRegistration = defineCommand({
  name: "decline-registration",
  input: registrationRef,
  permission: "registration.decide",
  load: ({ tx }, { registrationId }) => lockWithSeats(tx, registrationId),
  run: async (context, { registrationId }, { row, event }) => {
    const { tx, now, emit } = context;
    const { eventId } = event;
    if (row.status === "declined") return ok({ registrationId });
    if (row.status !== "pending") return fail("conflict", "not_pending");
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    await tx.update(registrations).set({ status: "declined" }).where(eq(registrations.id, registrationId));
    await endRegistrations(context, [registrationId]);
    await moveSeats(tx, eventId, changeOf(row, { ...row, status: "declined" }));
    await emit({ kind: "registration.declined", payload: { registrationId, eventId } });
    return ok({ registrationId });
  },
});
