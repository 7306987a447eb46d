import { type DueInvitation, listDueInvitations } from "@/domain/notifications/queries/invited";
import { now } from "@/lib/time/clock";
import { deliverSoon } from "./mail-delivery";
import { writeInvitation } from "./mails/invitation";
import { PART, sumOfAll } from "./mails/parts";

/**
 * Writes the invitations that somebody wants mailed, one by one, because anybody can be on a pasted list: whose address
 * has had its fill of such mails waits for its hour (decision 006), and holds up nobody behind it. The rows say who has one,
 * so a worker that dies loses and doubles nothing.
 */
export async function writeInvitations(): Promise<number> {
  let after: DueInvitation | undefined;
  let written = 0;
  for (;;) {
    const due = await listDueInvitations({ now: now(), limit: PART, after });
    after = due.at(-1);
    if (!after) return written;
    written += await sumOfAll(due.map((invitation) => () => writeInvitation(invitation).then(() => 1)));
    deliverSoon();
  }
}
