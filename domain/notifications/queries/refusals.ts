import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db, type Reader } from "@/db/client";
import { mailRefusals } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { refusalHash, refusalKey } from "@/lib/tokens";

/**
 * For queries that join events and whatever names the address, registrations if nothing is said: true for addresses that never said they want no mails of this network
 * but what their registrations need. Hashes as `refusalHash` does.
 */
export const isNotRefused = (
  email: PgColumn = registrations.email,
): SQL => sql`not exists (select 1 from ${mailRefusals}
   where ${mailRefusals.addressHash} = encode(sha256(convert_to(
         ${`${refusalKey()} `} || ${events.networkId} || ' ' || ${email}, 'UTF8')), 'hex'))`;

/** Whether this address refuses what it does not need of the network's mails. */
export async function isRefused(
  address: { networkId: Id<"network">; email: string },
  reader: Reader = db(),
): Promise<boolean> {
  return (await reader.$count(mailRefusals, eq(mailRefusals.addressHash, refusalHash(address)))) > 0;
}

/** Whether the reader of a mail that can be refused has done so since it was written. */
export async function isRefusedBy(
  reader: Reader,
  { eventId, toEmail }: { eventId: Id<"event"> | null; toEmail: string },
): Promise<boolean> {
  if (eventId === null) return false;
  const [event] = await reader
    .select({ networkId: events.networkId })
    .from(events)
    .where(eq(events.id, eventId));
  return event !== undefined && isRefused({ networkId: event.networkId, email: toEmail }, reader);
}
