import { eq } from "drizzle-orm";
import { seatPlans } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { holdSeats } from "../internal/held-seats";
import { changeSeatRulesInput } from "../schema";

/**
 * Sets how seats are given: by hand or at once, by invitation, with an offer or without. What was asked, offered or
 * given before stays as it is. Reasons: event_over, event_cancelled.
 */
export const changeSeatRules = defineCommand({
  name: "change-seat-rules",
  input: changeSeatRulesInput,
  permission: "seats.rules",
  load: holdSeats,
  run: async ({ tx, now, emit }, { eventId, ...rules }, event) => {
    const over = overReason(event, now);
    if (over) return fail("conflict", over);
    await tx.update(seatPlans).set(rules).where(eq(seatPlans.eventId, eventId));
    await emit({ kind: "seats.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
