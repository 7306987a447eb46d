import type { Transaction } from "@/db/client";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { officeScope } from "../queries/scopes";
import { tagRowsOf } from "../queries/taxonomy";

/** The alliance of an office that may change this tag. One of an event belongs to the network that hosts the event. */
export async function tagScope(
  tx: Transaction,
  { networkId, tag }: { networkId: Id<"network">; tag: string },
) {
  const office = await officeScope(tx, networkId);
  const row = office && (await tagRowsOf(tx, office.allianceId)).find((one) => one.tag === tag);
  if (!office || !row || row.mergedInto) return undefined;
  const event = row.eventId ? await eventScope(tx, row.eventId as Id<"event">) : undefined;
  return row.eventId && event?.networkId !== networkId ? undefined : office;
}
