import "server-only";
import { and, eq, gt, isNotNull, isNull, max } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { emailChanges, people } from "@/db/schema/people";
import type { Id } from "@/lib/ids";
import type { HeldAddress } from "../schema";

type Asked = { changeId: Id<"emailChange">; now: Date };

/** Neither used nor over, and the person still has the address that it was asked from. */
const isOpen = ({ changeId, now }: Asked) =>
  and(
    eq(emailChanges.id, changeId),
    isNull(emailChanges.usedAt),
    gt(emailChanges.expiresAt, now),
    eq(people.email, emailChanges.fromEmail),
  );

const openChange = (asked: Asked, reader: Reader) =>
  reader
    .select({
      personId: emailChanges.personId,
      fromEmail: emailChanges.fromEmail,
      toEmail: emailChanges.toEmail,
      locale: emailChanges.locale,
    })
    .from(emailChanges)
    .innerJoin(people, eq(people.id, emailChanges.personId))
    .where(isOpen(asked));

/** What the page of the mailed link shows; undefined for a link that is over. Whoever asks has shown the token. */
export const findOpenEmailChange = async (asked: Asked, reader: Reader = db()) =>
  (await openChange(asked, reader))[0];

/** The same, with both rows held until the transaction ends. */
export const holdOpenEmailChange = async (asked: Asked, reader: Reader) =>
  (await openChange(asked, reader).for("update"))[0];

/** What the mails about a change say. For subscribers of facts, which act as the system. */
export async function emailChangeOf(changeId: Id<"emailChange">, reader: Reader = db()) {
  const [row] = await reader.select().from(emailChanges).where(eq(emailChanges.id, changeId));
  return row;
}

/** Changes that this person has asked for: our copies of their mails are found by them. */
export async function emailChangeIdsOf(personId: Id<"person">, reader: Reader): Promise<string[]> {
  const rows = await reader
    .select({ id: emailChanges.id })
    .from(emailChanges)
    .where(eq(emailChanges.personId, personId));
  return rows.map(({ id }) => id);
}

/**
 * Addresses that were this person's before, as long as their changes are kept, and are nobody else's now; each with when
 * it was left. Who has it since may have registered or been invited by it without an account.
 */
export async function earlierAddressesOf(personId: Id<"person">, reader: Reader): Promise<HeldAddress[]> {
  const rows = await reader
    .select({ email: emailChanges.fromEmail, until: max(emailChanges.usedAt) })
    .from(emailChanges)
    .leftJoin(people, eq(people.email, emailChanges.fromEmail))
    .where(and(eq(emailChanges.personId, personId), isNotNull(emailChanges.usedAt), isNull(people.id)))
    .groupBy(emailChanges.fromEmail);
  return rows.map(({ email, until }) => ({ email, until: until ?? undefined }));
}
