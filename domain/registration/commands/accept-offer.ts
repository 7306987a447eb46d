import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { lockToSeat } from "../internal/load-registration";
import { changeOf, moveSeats } from "../internal/seat-plan";
import { isOfferOpen } from "../rules";
import { registrationRef } from "../schema";

/**
 * Takes the seat that was offered. An offer whose time is over is dead, also while nobody has passed it on yet;
 * accepting twice is accepting once. Reasons: offer_gone, event_over, event_cancelled.
 */
export const acceptOffer = defineCommand({
  name: "accept-offer",
  input: registrationRef,
  permission: "registration.update",
  load: ({ tx }, { registrationId }) => lockToSeat(tx, registrationId),
  run: async ({ tx, now, emit }, { registrationId }, { row, event }) => {
    const { eventId, slug: eventSlug } = event;
    const answer = { registrationId, eventId, eventSlug };
    if (row.status === "confirmed") return ok(answer);
    if (!isOfferOpen(row, now)) return fail("conflict", "offer_gone");
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    await tx
      .update(registrations)
      .set({ status: "confirmed", confirmedAt: now, offeredUntil: null })
      .where(eq(registrations.id, registrationId));
    await moveSeats(tx, eventId, changeOf(row, { ...row, status: "confirmed" }));
    await emit({ kind: "registration.confirmed", payload: { registrationId, eventId } });
    return ok(answer);
  },
});
