import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { changeEmail } from "@/domain/people/commands/change-email";
import { emailChangeRef } from "@/domain/people/schema";
import { moveRegistrations } from "@/domain/registration/commands/move-registrations";
import { ok } from "@/lib/result";

/** The mailed link's button: the person has the new address, and so have their registrations. */
export const confirmEmail = defineCommand({
  name: "confirm-email",
  input: emailChangeRef,
  permission: "person.proveEmail",
  load: async () => ({ networkId: null }),
  run: async (context, { changeId }) => {
    const system = { context, actor: { type: "system", job: "confirm-email" } } as const;
    const moved = await withinAs(system, changeEmail, { changeId });
    await withinAs(system, moveRegistrations, moved);
    return ok({ changed: true });
  },
});
