import { eq } from "drizzle-orm";
import { z } from "zod";
import { people, signInCodes, verificationTokens } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";

/**
 * Deletes a person: logins, roles, calendar, needs and offers go with the row, and so does whatever could still sign in.
 * Whoever was just writing something of theirs finds nobody to write it for.
 */
export const eraseAccount = defineCommand({
  name: "erase-account",
  input: z.object({ personId: idOf("person"), email: z.string().min(1) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { personId, email }) => {
    await tx.delete(signInCodes).where(eq(signInCodes.email, email));
    await tx.delete(verificationTokens).where(eq(verificationTokens.identifier, email));
    const gone = await tx.delete(people).where(eq(people.id, personId));
    return ok({ gone: gone.rowCount ?? 0 });
  },
});
