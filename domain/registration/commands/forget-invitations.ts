import { inArray } from "drizzle-orm";
import { invitations } from "@/db/schema/registration";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { forgettableInvitations } from "../queries/forgettable";

/**
 * Deletes invitations with the addresses they went to: a week after the event those that nobody came by, as with
 * registrations that nobody proved, and the others with the registrations.
 */
export const forgetInvitations = defineCommand({
  name: "forget-invitations",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }, { limit }) => {
    const old = await forgettableInvitations(tx, { now, limit });
    if (old.length === 0) return ok({ gone: 0 });
    const gone = await tx.delete(invitations).where(inArray(invitations.id, old));
    return ok({ gone: gone.rowCount ?? 0 });
  },
});
