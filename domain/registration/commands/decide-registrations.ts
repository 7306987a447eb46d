import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import { fail, ok } from "@/lib/result";
import { approveAll, declineAll, lockAsking } from "../internal/decide-many";
import { seatsForDesk } from "../internal/held-seats";
import { pickedRows } from "../internal/list-choice";
import { outcomesOf } from "../labels";
import { decideManyInput } from "../schema";

/**
 * The office says yes or no to several requests of one event at once, and hears what became of each. Seats go in the order
 * in which people asked; who finds none keeps asking. Who has been decided about, or is on another list, stays as they
 * are. Reasons: event_over, event_cancelled, and list_changed when everybody is meant and they are no longer as many as
 * were seen.
 */
export const decideRegistrations = defineCommand({
  name: "decide-registrations",
  input: decideManyInput,
  permission: "registration.decide",
  ...seatsForDesk,
  run: async (context, { eventId, decision, ...picked }, held) => {
    const { tx, now } = context;
    const over = overReason(held.event, now);
    if (over) return fail("conflict", over);
    const those = pickedRows(eventId, picked);
    if (picked.everyone && (await tx.$count(registrations, those)) !== picked.everyone.seen)
      return fail("conflict", "list_changed");
    const asked = await lockAsking(tx, those);
    const decide = decision === "approve" ? approveAll : declineAll;
    return ok({ outcomes: outcomesOf(await decide(context, held, asked)) });
  },
});
