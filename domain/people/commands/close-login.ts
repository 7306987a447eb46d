import { eq } from "drizzle-orm";
import { logins } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { loginInput } from "../schema";

/** Ends one login. Whoever holds its token may, and ending it twice is fine. */
export const closeLogin = defineCommand({
  name: "close-login",
  input: loginInput,
  permission: "person.signIn",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { sessionToken }) => {
    await tx.delete(logins).where(eq(logins.sessionToken, sessionToken));
    return ok({ closed: true });
  },
});
