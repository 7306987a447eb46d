import "server-only";
import { eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { mailBounces } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { refusalHash } from "@/lib/tokens";

type OfEvent = { eventId: Id<"event"> | null };

/** The network that sent an event's mails; undefined for mails of no event. */
export async function networkOf(reader: Reader, { eventId }: OfEvent): Promise<Id<"network"> | undefined> {
  if (eventId === null) return undefined;
  const isIt = eq(events.id, eventId);
  const [event] = await reader.select({ networkId: events.networkId }).from(events).where(isIt);
  return event?.networkId;
}

/** With which status mails of the event's network came back from this address for good; undefined while they arrive. */
export async function stoppedAt(
  reader: Reader,
  { toEmail, ...mail }: OfEvent & { toEmail: string },
): Promise<string | undefined> {
  const networkId = await networkOf(reader, mail);
  if (!networkId) return undefined;
  const addressHash = refusalHash({ networkId, email: toEmail });
  const [found] = await reader
    .select({ status: mailBounces.status })
    .from(mailBounces)
    .where(eq(mailBounces.addressHash, addressHash));
  return found?.status;
}

/** Which of these addresses get nothing more, for whoever may write to them; of none for others. */
export async function stoppedAmong(
  viewer: Actor,
  { eventId, emails }: { eventId: Id<"event">; emails: readonly string[] },
  reader: Reader = db(),
): Promise<ReadonlySet<string>> {
  const scope = await eventScope(reader, eventId);
  if (!scope || emails.length === 0 || !can(viewer, "mails.manage", scope)) return new Set();
  const { networkId } = scope;
  const emailOf = new Map(emails.map((email) => [refusalHash({ networkId, email }), email]));
  const rows = await reader
    .select({ hash: mailBounces.addressHash })
    .from(mailBounces)
    .where(inArray(mailBounces.addressHash, [...emailOf.keys()]));
  return new Set(rows.map(({ hash }) => emailOf.get(hash) ?? ""));
}

/** Under what these addresses can stand here, one each for each network. */
export async function hashesOf(reader: Reader, emails: readonly string[]): Promise<string[]> {
  const rows = await reader.select({ networkId: networks.id }).from(networks);
  return emails.flatMap((email) => rows.map(({ networkId }) => refusalHash({ networkId, email })));
}
