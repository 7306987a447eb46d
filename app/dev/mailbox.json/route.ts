import { jsonQuery } from "@/auth/doors";
import { mailboxEntry } from "@/components/mails/mailbox-entry";
import { listMailbox } from "@/domain/notifications/queries/mailbox";
import { env } from "@/lib/env";

/** `/dev/mailbox.json?to=`: every mail to an address, newest first, with links and attachment. Demo mode only. */
export const GET = jsonQuery(async ({ url }) => {
  if (!env().PLENUM_DEMO) return undefined;
  const mails = await listMailbox(url.searchParams.get("to") ?? undefined);
  return { mails: mails.map(mailboxEntry) };
});
