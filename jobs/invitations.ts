import { listDueInvitations } from "@/domain/notifications/queries/invited";
import { now } from "@/lib/time/clock";
import { deliverSoon } from "./mail-delivery";
import { writeInvitation } from "./mails/invitation";
import { PART, sumOfAll } from "./mails/parts";

/**
 * Writes the invitations that somebody wants mailed, one by one, because anybody can be on a pasted list: whose address
 * has had its fill of such mails waits for its hour (decision 006). The rows say who has one, so a worker that dies loses
 * and doubles nothing.
 */
export async function writeInvitations(): Promise<number> {
  const tried = new Set<string>();
  let written = 0;
  for (;;) {
    const due = (await listDueInvitations(now(), PART)).filter(({ id }) => !tried.has(id));
    if (due.length === 0) return written;
    for (const { id } of due) tried.add(id);
    written += await sumOfAll(due.map((invitation) => () => writeInvitation(invitation).then(() => 1)));
    deliverSoon();
  }
}
