import { eq } from "drizzle-orm";
import { seatPlans } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { promoteWaiting } from "../internal/promote";
import { lockSeats } from "../internal/seat-plan";
import { changeCapacityInput } from "../schema";

/** Sets the number of seats; new seats go to those who wait. Reason: below_confirmed (details.confirmed says how many). */
export const changeCapacity = defineCommand({
  name: "change-capacity",
  input: changeCapacityInput,
  permission: "seats.change",
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    const event = plan && (await eventScope(tx, eventId));
    return event && { ...event, plan };
  },
  run: async (context, { eventId, capacity, waitlist }, { plan }) => {
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
