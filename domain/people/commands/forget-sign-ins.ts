import { and, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { emailChanges, logins, signInCodes, verificationTokens } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import { keptSince } from "@/lib/privacy/retention";
import { ok } from "@/lib/result";
import { GUESSES_WINDOW_SECONDS } from "../rules";

/**
 * Deletes links, codes and logins that open nothing any more, whoever asked for them: an address that a stranger typed
 * is gone within a day (P10). Codes stay as long as their wrong guesses count.
 */
export const forgetSignIns = defineCommand({
  name: "forget-sign-ins",
  input: z.object({}),
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async ({ tx, now }) => {
    const counted = new Date(now.getTime() - GUESSES_WINDOW_SECONDS * 1000);
    const codes = await tx.delete(signInCodes).where(lt(signInCodes.createdAt, counted));
    const links = await tx.delete(verificationTokens).where(lt(verificationTokens.expires, now));
    const over = await tx.delete(logins).where(lt(logins.expires, now));
    const wished = and(isNull(emailChanges.usedAt), lt(emailChanges.createdAt, counted));
    await tx.delete(emailChanges).where(wished);
    // As long as our copies of its mails, which are found by it when the person is erased.
    await tx.delete(emailChanges).where(lt(emailChanges.createdAt, keptSince("mails", now)));
    return ok({ codes: codes.rowCount ?? 0, links: links.rowCount ?? 0, logins: over.rowCount ?? 0 });
  },
});
