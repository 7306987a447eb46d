import { inArray, or } from "drizzle-orm";
import { z } from "zod";
import { mailBounces, mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { hashesOf } from "../queries/bounces";

/**
 * Deletes our copies of all mails to somebody's addresses, sent or not, and of those to others about these registrations, talks and
 * requests, which name the person.
 */
export const eraseMails = defineCommand({
  name: "erase-mails",
  input: z.object({ emails: z.array(z.string().min(1)).min(1), subjectIds: z.array(z.string()) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { emails, subjectIds }) => {
    const gone = await tx
      .delete(mails)
      .where(or(inArray(mails.toEmail, emails), inArray(mails.subjectId, subjectIds)));
    // That mails came back says something of the address; that it refused them has to be kept.
    await tx.delete(mailBounces).where(inArray(mailBounces.addressHash, await hashesOf(tx, emails)));
    return ok({ gone: gone.rowCount ?? 0 });
  },
});
