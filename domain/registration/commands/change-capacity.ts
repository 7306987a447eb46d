import { eq } from "drizzle-orm";
import { seatPlans } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { holdSeats } from "../internal/held-seats";
import { promoteWaiting } from "../internal/promote";
import type { SeatPlan } from "../internal/seat-plan";
import { changeCapacityInput } from "../schema";

/** Seats that are given or offered can't be taken away, nor those on site as long as somebody waits for one. */
function takenAway({ capacity, onsiteCapacity, ...plan }: SeatPlan) {
  const [confirmed, onsite] = [plan.confirmed + plan.offered, plan.onsiteConfirmed + plan.onsiteOffered];
  if (capacity !== null && capacity < confirmed)
    return fail("conflict", "below_confirmed", { details: { confirmed } });
  const isAbolished = onsiteCapacity === null && plan.onsiteWaiting > 0;
  if (isAbolished || (onsiteCapacity ?? 0) < onsite)
    return fail("conflict", "below_confirmed_onsite", { details: { confirmed: onsite } });
  return undefined;
}

/**
 * Sets the number of seats, online and on site; new seats go to those who wait. Reasons: event_over, event_cancelled,
 * below_confirmed and below_confirmed_onsite (details.confirmed says how many).
 */
export const changeCapacity = defineCommand({
  name: "change-capacity",
  input: changeCapacityInput,
  permission: "seats.change",
  load: holdSeats,
  run: async (context, { eventId, capacity, onsiteCapacity, waitlist }, { plan, event }) => {
    const over = overReason(event, context.now);
    if (over) return fail("conflict", over);
    const changed = {
      capacity,
      onsiteCapacity: onsiteCapacity === undefined ? plan.onsiteCapacity : onsiteCapacity,
      waitlist: waitlist ?? plan.waitlist,
    };
    const refusal = takenAway({ ...plan, ...changed });
    if (refusal) return refusal;
    await context.tx.update(seatPlans).set(changed).where(eq(seatPlans.eventId, eventId));
    await context.emit({ kind: "seats.changed", payload: { eventId } });
    const promoted = await promoteWaiting(context, { ...plan, ...changed });
    return ok({ eventId, promoted: promoted.length });
  },
});
