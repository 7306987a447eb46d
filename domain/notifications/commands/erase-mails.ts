import { and, inArray, lt, or } from "drizzle-orm";
import { z } from "zod";
import { mailBounces, mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { isForAddress } from "@/domain/people/queries/held-addresses";
import { heldAddress } from "@/domain/people/schema";
import { ok } from "@/lib/result";
import { hashesOf } from "../queries/bounces";

/**
 * Deletes our copies of all mails to somebody's addresses while they had them, sent or not, and of those to others about these registrations, talks and
 * requests, which name the person.
 */
export const eraseMails = defineCommand({
  name: "erase-mails",
  input: z.object({ addresses: z.array(heldAddress).min(1), subjectIds: z.array(z.string()) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { addresses, subjectIds }) => {
    const toThem = isForAddress(addresses, { email: mails.toEmail, createdAt: mails.createdAt });
    const gone = await tx.delete(mails).where(or(toThem, inArray(mails.subjectId, subjectIds)));
    // That mails came back says something of the address; that it refused them has to be kept.
    for (const { email, until } of addresses) {
      const ofIt = inArray(mailBounces.addressHash, await hashesOf(tx, [email]));
      await tx.delete(mailBounces).where(and(ofIt, until ? lt(mailBounces.createdAt, until) : undefined));
    }
    return ok({ gone: gone.rowCount ?? 0 });
  },
});
