import { finishCircular } from "@/domain/notifications/commands/finish-circular";
import {
  type CircularRow,
  circularOf,
  listDueRecipients,
  listSendingCirculars,
} from "@/domain/notifications/queries/circulars";
import { deliverSoon } from "./mail-delivery";
import { writeCircular } from "./mails/circular";
import { PART, sumOfAll, worker } from "./mails/parts";

/** Part after part; between two of them it looks whether the message was called back. */
async function writeAll(circular: CircularRow): Promise<number> {
  const written = new Set<string>();
  for (;;) {
    const due = await listDueRecipients(circular, PART);
    const fresh = due.filter((id) => !written.has(id));
    if (fresh.length === 0) break;
    await writeCircular(circular, fresh);
    for (const id of fresh) written.add(id);
    deliverSoon();
    if ((await circularOf(circular.id))?.state !== "sending") return written.size;
  }
  // Refused while somebody is left: the next run goes on.
  await finishCircular({ actor: worker, input: { circularId: circular.id } });
  return written.size;
}

/**
 * Writes what is left of every message on its way. The rows say who has it, so a worker that dies loses nothing; and one
 * that can't be written keeps no other from going out, whoever's it is.
 */
export async function writeCirculars(): Promise<number> {
  return sumOfAll((await listSendingCirculars()).map((circular) => () => writeAll(circular)));
}
