import "server-only";
import { and, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { eventNetworks, events, series, seriesNetworks } from "@/db/schema/programme";
import { cacheTag } from "@/domain/kernel/cache-tags";
import type { Id } from "@/lib/ids";

/**
 * The cached pages that show how a network looks: its own and its legal texts, every list, and whatever event or series
 * it stands at.
 */
export async function pagesOfNetwork(reader: Reader, networkId: Id<"network">): Promise<string[]> {
  const [network] = await reader
    .select({ slug: networks.slug })
    .from(networks)
    .where(eq(networks.id, networkId));
  if (!network) return [];
  const shown = reader
    .select({ id: eventNetworks.eventId })
    .from(eventNetworks)
    .where(and(eq(eventNetworks.networkId, networkId), eq(eventNetworks.shown, true)));
  const rows = await reader
    .select({ slug: events.slug, series: series.slug })
    .from(events)
    .leftJoin(series, eq(series.id, events.seriesId))
    .where(and(or(eq(events.networkId, networkId), inArray(events.id, shown)), ne(events.status, "draft")));
  const hosted = reader
    .select({ id: seriesNetworks.seriesId })
    .from(seriesNetworks)
    .where(and(eq(seriesNetworks.networkId, networkId), isNotNull(seriesNetworks.acceptedAt)));
  const weeks = await reader
    .select({ slug: series.slug })
    .from(series)
    .where(or(eq(series.networkId, networkId), inArray(series.id, hosted)));
  return [
    cacheTag.network(network.slug),
    cacheTag.calendar,
    ...weeks.map(({ slug }) => cacheTag.series(slug)),
    ...rows.flatMap((row) => [
      ...[cacheTag.event(row.slug), cacheTag.confirmation(row.slug)],
      ...(row.series === null ? [] : [cacheTag.series(row.series)]),
    ]),
  ];
}

type Shown = { eventId: Id<"event">; seatsOnly: boolean };

/**
 * The cached pages that show something of an event: its own, its series', its networks' and the calendar; or those of them
 * that show its seats.
 */
export async function pagesOf(reader: Reader, { eventId, seatsOnly }: Shown): Promise<string[]> {
  const [event] = await reader
    .select({ slug: events.slug, networkId: events.networkId, series: series.slug })
    .from(events)
    .leftJoin(series, eq(series.id, events.seriesId))
    .where(eq(events.id, eventId));
  if (!event) return [];
  const shown = reader
    .select({ id: eventNetworks.networkId })
    .from(eventNetworks)
    .where(and(eq(eventNetworks.eventId, eventId), eq(eventNetworks.shown, true)));
  const [lead, others] = [
    await reader.select({ slug: networks.slug }).from(networks).where(eq(networks.id, event.networkId)),
    await reader.select({ slug: networks.slug }).from(networks).where(inArray(networks.id, shown)),
  ];
  return [
    cacheTag.event(event.slug),
    ...(seatsOnly ? [] : [cacheTag.confirmation(event.slug)]),
    cacheTag.calendar,
    ...(event.series ? [cacheTag.series(event.series)] : []),
    ...[...lead, ...others].map(({ slug }) => cacheTag.network(slug)),
  ];
}

/** The cached pages that show something of a series: its own, those of its events, and the lists that name it. */
export async function pagesOfSeries(reader: Reader, seriesId: Id<"series">): Promise<string[]> {
  const [part] = await reader.select({ slug: series.slug }).from(series).where(eq(series.id, seriesId));
  if (!part) return [];
  const rows = await reader
    .select({ slug: events.slug })
    .from(events)
    .where(and(eq(events.seriesId, seriesId), ne(events.status, "draft")));
  return [cacheTag.series(part.slug), cacheTag.calendar, ...rows.map(({ slug }) => cacheTag.event(slug))];
}
