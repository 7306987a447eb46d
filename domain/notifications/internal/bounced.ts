import { eq } from "drizzle-orm";
import { mailBounces } from "@/db/schema/notifications";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { refusalHash } from "@/lib/tokens";
import { deadStatus } from "../labels";
import { networkOf } from "../queries/bounces";

type Sent = { eventId: Id<"event"> | null; toEmail: string };

/** Notes that a mail came back because its address does not exist; whatever else went wrong is no reason to stop. */
export async function noteDeadAddress(
  { tx, now }: Pick<Context, "tx" | "now">,
  { toEmail, ...mail }: Sent,
  error: string,
): Promise<void> {
  const status = deadStatus(error);
  const networkId = status && (await networkOf(tx, mail));
  if (!networkId) return;
  const addressHash = refusalHash({ networkId, email: toEmail });
  await tx
    .insert(mailBounces)
    .values({ addressHash, networkId, status, createdAt: now })
    .onConflictDoUpdate({ target: mailBounces.addressHash, set: { status, createdAt: now } });
}

/** Lets mails of a network go to an address again. */
export async function forgetBounce(
  { tx }: Pick<Context, "tx">,
  address: { networkId: Id<"network">; email: string },
): Promise<void> {
  await tx.delete(mailBounces).where(eq(mailBounces.addressHash, refusalHash(address)));
}
