import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events, series, seriesNetworks } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";

type Series = typeof series.$inferSelect;
type Part = { seriesId: Id<"series">; networkId: Id<"network"> };

/**
 * The series, held until the transaction ends. Whoever puts an event into it or changes who hosts it holds it first, before
 * any event, so that no event of a network stays that stops hosting at the same moment.
 */
export async function lockSeries(tx: Transaction, seriesId: Id<"series">): Promise<Series | undefined> {
  const [row] = await tx.select().from(series).where(eq(series.id, seriesId)).for("update");
  return row;
}

const isPart = ({ seriesId, networkId }: Part) =>
  and(eq(seriesNetworks.seriesId, seriesId), eq(seriesNetworks.networkId, networkId));

/** Whether a network may put its events into a series: as its owner, or as a host that has said yes. */
export async function isHostOf(
  tx: Transaction,
  { networkId: owner, id: seriesId }: Pick<Series, "id" | "networkId">,
  networkId: Id<"network">,
): Promise<boolean> {
  if (owner === networkId) return true;
  const accepted = and(isPart({ seriesId, networkId }), isNotNull(seriesNetworks.acceptedAt));
  return (await tx.$count(seriesNetworks, accepted)) > 0;
}

/** Whether a network was asked to host a series, whatever it has said. */
export const wasAsked = async (tx: Transaction, part: Part): Promise<boolean> =>
  (await tx.$count(seriesNetworks, isPart(part))) > 0;

/** The host is none any more, and its events leave the series; gives their ids. The caller holds the series. */
export async function endHosting(tx: Transaction, part: Part): Promise<Id<"event">[]> {
  await tx.delete(seriesNetworks).where(isPart(part));
  const left = await tx
    .update(events)
    .set({ seriesId: null })
    .where(and(eq(events.seriesId, part.seriesId), eq(events.networkId, part.networkId)))
    .returning({ id: events.id });
  return left.map(({ id }) => id);
}

/** The offer is taken once; a second yes changes nothing. False where there was none. */
export async function takeOffer(tx: Transaction, part: Part, now: Date): Promise<boolean> {
  await tx
    .update(seriesNetworks)
    .set({ acceptedAt: now })
    .where(and(isPart(part), isNull(seriesNetworks.acceptedAt)));
  return wasAsked(tx, part);
}
