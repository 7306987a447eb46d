import { and, inArray, like, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { mailBounces, mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { isForAddress } from "@/domain/people/queries/held-addresses";
import { heldAddress } from "@/domain/people/schema";
import { ok } from "@/lib/result";
import { hashesOf } from "../queries/bounces";

/**
 * Mails with all planned talks of somebody, one of them a talk that was ever told to these addresses: it names who was in it when
 * the plan was published, also who has left since. Their calendar part says which talks they are.
 */
const listsOneOf = (tx: Transaction, toThem: SQL | undefined) => {
  const ofOne = tx
    .select({ id: mails.subjectId })
    .from(mails)
    .where(and(toThem, like(mails.subjectId, "mtg\\_%")));
  return sql`(${mails.kind} = 'plan.published' and exists (select 1 from (${ofOne}) told(talk)
    where position('UID:' || told.talk || '@' in ${mails.ics}) > 0))`;
};

/**
 * Deletes our copies of all mails to somebody's addresses while they had them, sent or not, and of those to others about these registrations, talks and
 * requests, which name the person. So do those about a talk of several that they have left: that they were ever in it is known
 * from what was written to them about it alone.
 */
export const eraseMails = defineCommand({
  name: "erase-mails",
  input: z.object({ addresses: z.array(heldAddress).min(1), subjectIds: z.array(z.string()) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { addresses, subjectIds }) => {
    const toThem = isForAddress(addresses, { email: mails.toEmail, createdAt: mails.createdAt });
    const ofTalks = or(like(mails.subjectId, "mtg\\_%"), like(mails.subjectId, "tki\\_%"));
    const toldOf = tx.select({ id: mails.subjectId }).from(mails).where(and(toThem, ofTalks));
    const about = or(
      inArray(mails.subjectId, subjectIds),
      inArray(mails.subjectId, toldOf),
      listsOneOf(tx, toThem),
    );
    const gone = await tx.delete(mails).where(or(toThem, about));
    // That mails came back says something of the address; that it refused them has to be kept.
    for (const { email, until } of addresses) {
      const ofIt = inArray(mailBounces.addressHash, await hashesOf(tx, [email]));
      await tx.delete(mailBounces).where(and(ofIt, until ? lt(mailBounces.createdAt, until) : undefined));
    }
    return ok({ gone: gone.rowCount ?? 0 });
  },
});
