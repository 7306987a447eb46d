import { eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { isEventOver } from "@/domain/programme/rules";
import { ok } from "@/lib/result";
import { admissionFor, grantRequest } from "../internal/admission";
import { lockToSeat } from "../internal/load-registration";
import { registrationRef } from "../schema";

/**
 * Applies the rules of the plan to who has just proven their address: a request that they trust is granted without the
 * office, and who waits gets the precedence they give. What they do not trust, or what no seat is left for, stays as it is. A
 * command of its own and not part of proving, which other commands do while they hold the seats of another event: who
 * locks the seats of two events waits in a circle. Doing it again changes nothing.
 */
export const admitByRule = defineCommand({
  name: "admit-by-rule",
  input: registrationRef,
  permission: "registration.admit",
  quiet: true,
  load: ({ tx }, { registrationId }) => lockToSeat(tx, registrationId),
  run: async (context, { registrationId }, { row, event, plan }) => {
    const { id, status, provenAt, personId, email, invitationId } = row;
    const isOpen = (status === "pending" || status === "waiting") && !isEventOver(event, context.now);
    if (!isOpen || !provenAt || !personId) return ok({ registrationId, state: status });
    const asking = { event, plan, proven: { personId, email }, isInvited: invitationId !== null };
    const { asksOffice, priority } = await admissionFor(context, asking);
    if (priority > row.priority)
      await context.tx.update(registrations).set({ priority }).where(eq(registrations.id, id));
    // A colleague has named them, and that they are a member was all that was open.
    const isNamed = event.membersOnly && row.registeredBy !== null;
    // Whoever asked while the office decided by hand is not decided by its having stopped.
    const isGranted = status === "pending" && (plan.approval || isNamed) && !asksOffice;
    const granted = isGranted ? await grantRequest(context, { row, event, plan }) : undefined;
    return ok({ registrationId, state: granted?.ok ? granted.value : status });
  },
});
