import { carryMembership } from "@/domain/alliance/commands/carry-membership";
import { networksKnowing } from "@/domain/alliance/queries/address-ties";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { changeEmail } from "@/domain/people/commands/change-email";
import { findOpenEmailChange } from "@/domain/people/queries/email-changes";
import { emailChangeRef } from "@/domain/people/schema";
import { moveRegistrations } from "@/domain/registration/commands/move-registrations";
import { ok } from "@/lib/result";

/**
 * The mailed link's button: the person has the new address, and so have their entries in lists of members, the roles that
 * were offered to them, and their registrations.
 */
export const confirmEmail = defineCommand({
  name: "confirm-email",
  input: emailChangeRef,
  permission: "person.proveEmail",
  load: async ({ tx, now }, { changeId }) => {
    const change = await findOpenEmailChange({ changeId, now }, tx);
    return change && { networkId: null, change };
  },
  run: async (context, { changeId }, { change: { fromEmail, toEmail } }) => {
    const system = { context, actor: { type: "system", job: "confirm-email" } } as const;
    // Networks before the person, as whoever accepts a role holds them. That the link is still open is asked again with
    // the person held; if it is not, none of this has happened.
    for (const networkId of await networksKnowing(context.tx, fromEmail))
      await withinAs(system, carryMembership, { networkId, fromEmail, toEmail });
    const moved = await withinAs(system, changeEmail, { changeId });
    await withinAs(system, moveRegistrations, moved);
    return ok({ changed: true });
  },
});
