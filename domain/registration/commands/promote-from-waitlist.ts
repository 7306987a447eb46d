import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { promoteWaiting } from "../internal/promote";
import { lockSeats } from "../internal/seat-plan";
import { promoteInput } from "../schema";

/** Gives whatever seats are free to those who wait. Commands that free a seat do this themselves; this is the net. */
export const promoteFromWaitlist = defineCommand({
  name: "promote-from-waitlist",
  input: promoteInput,
  permission: "registration.promote",
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    const event = plan && (await eventScope(tx, eventId));
    return event && { ...event, plan };
  },
  run: async (context, _input, { plan }) => ok({ promoted: (await promoteWaiting(context, plan)).length }),
});
