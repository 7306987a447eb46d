import { eq } from "drizzle-orm";
import { z } from "zod";
import { invitations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";

/** Deletes what an erased address was invited by; the registrations that came of it are erased by themselves. */
export const eraseInvitations = defineCommand({
  name: "erase-invitations",
  input: z.object({ email: z.string().min(1) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { email }) => {
    const gone = await tx.delete(invitations).where(eq(invitations.email, email));
    return ok({ gone: gone.rowCount ?? 0 });
  },
});
