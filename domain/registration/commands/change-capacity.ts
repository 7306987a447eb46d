import { eq } from "drizzle-orm";
import { seatPlans } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { holdEvent } from "@/domain/programme/queries";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { promoteWaiting } from "../internal/promote";
import { lockSeats } from "../internal/seat-plan";
import { changeCapacityInput } from "../schema";

/**
 * Sets the number of seats; new seats go to those who wait. Reasons: event_over, event_cancelled, below_confirmed
 * (details.confirmed says how many).
 */
export const changeCapacity = defineCommand({
  name: "change-capacity",
  input: changeCapacityInput,
  permission: "seats.change",
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    const event = plan && (await holdEvent(tx, eventId));
    return event && { ...event, plan, event };
  },
  run: async (context, { eventId, capacity, waitlist }, { plan, event }) => {
    const over = overReason(event, context.now);
    if (over) return fail("conflict", over);
    if (capacity !== null && capacity < plan.confirmed) {
      return fail("conflict", "below_confirmed", { details: { confirmed: plan.confirmed } });
    }
    const changed = { ...plan, capacity, waitlist: waitlist ?? plan.waitlist };
    await context.tx
      .update(seatPlans)
      .set({ capacity: changed.capacity, waitlist: changed.waitlist })
      .where(eq(seatPlans.eventId, eventId));
    await context.emit({ kind: "seats.changed", payload: { eventId } });
    const promoted = await promoteWaiting(context, changed);
    return ok({ eventId, promoted: promoted.length });
  },
});
