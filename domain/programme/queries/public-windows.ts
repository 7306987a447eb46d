import "server-only";
import { and, asc, desc, eq, gt, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { eventNetworks, events, series, seriesNetworks } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";
import { badge, type EventSummary, isPublic, type NetworkBadge, summariesOf } from "./event-rows";

/** As many events as the front page looks at: more than it shows, and no more of 5,000 than of 50. */
export const FRONT_WINDOW = 100;
/** As many events as the page of a series shows; the calendar has the others page by page. */
export const SERIES_WINDOW = 300;
/** A sitemap holds 50,000 addresses (sitemaps.org 0.9), and each page has two. */
const MAPPED_EVENTS = 20_000;
/** A programme for other programs has no pages, so it holds a whole series; no week of ours has a tenth of this. */
export const PROGRAMME_WINDOW = 5_000;

/** What takes place now or has a date ahead; what was put off has none yet. */
const takesPlace = (now: Date) =>
  and(isPublic, or(eq(events.status, "live"), and(eq(events.status, "published"), gt(events.endsAt, now))));

/** The next public events that take place, what is live first. */
export async function listAhead(now: Date, reader: Reader = db()): Promise<EventSummary[]> {
  const rows = await reader
    .select()
    .from(events)
    .where(takesPlace(now))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(FRONT_WINDOW);
  return summariesOf(reader, rows);
}

const counted = z.array(z.object({ id: z.string(), count: z.coerce.number() }));

/** How many of them each network hosts, first or shown beside another. */
export async function countAheadByNetwork(
  now: Date,
  reader: Reader = db(),
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await reader.execute(sql`
    select id, count(*) as count from (
      select ${events.networkId} as id, ${events.id} as event from ${events} where ${takesPlace(now)}
      union
      select ${eventNetworks.networkId}, ${events.id}
        from ${events} join ${eventNetworks} on ${eventNetworks.eventId} = ${events.id} and ${eventNetworks.shown}
       where ${takesPlace(now)}) hosted
     group by id`);
  return new Map(counted.parse(rows).map(({ id, count }) => [id, count]));
}

const dayCount = z.array(z.object({ day: z.string(), count: z.coerce.number(), live: z.coerce.number() }));

/** How many public events of a series there are on each day of the zone, and how many of them are live. */
export async function countByDay(
  { seriesId, zone }: { seriesId: Id<"series">; zone: string },
  reader: Reader = db(),
): Promise<ReadonlyMap<string, { count: number; live: number }>> {
  const { rows } = await reader.execute(sql`
    select to_char(${events.startsAt} at time zone ${zone}, 'YYYY-MM-DD') as day, count(*) as count,
           count(*) filter (where ${events.status} = 'live') as live
      from ${events}
     where ${and(isPublic, eq(events.seriesId, seriesId))}
     group by 1`);
  return new Map(dayCount.parse(rows).map(({ day, count, live }) => [day, { count, live }]));
}

export type SeriesWindow = {
  /** The first ones by their start, and how many there are. */
  events: EventSummary[];
  total: number;
  /** Everybody who hosts the series or one of its events, by name. */
  hosts: NetworkBadge[];
};

/** Who plans the series and who has said yes to hosting it, also before an event of theirs is public. */
const namedAs = (reader: Reader, seriesId: Id<"series">) => [
  inArray(networks.id, reader.select({ id: series.networkId }).from(series).where(eq(series.id, seriesId))),
  inArray(
    networks.id,
    reader
      .select({ id: seriesNetworks.networkId })
      .from(seriesNetworks)
      .where(and(eq(seriesNetworks.seriesId, seriesId), isNotNull(seriesNetworks.acceptedAt))),
  ),
];

const hostsIn = (reader: Reader, seriesId: Id<"series">, where: SQL | undefined): Promise<NetworkBadge[]> => {
  const lead = reader.select({ id: events.networkId }).from(events).where(where);
  const beside = reader
    .select({ id: eventNetworks.networkId })
    .from(eventNetworks)
    .innerJoin(events, and(eq(events.id, eventNetworks.eventId), where))
    .where(eq(eventNetworks.shown, true));
  return reader
    .select(badge)
    .from(networks)
    .where(or(inArray(networks.id, lead), inArray(networks.id, beside), ...namedAs(reader, seriesId)))
    .orderBy(asc(networks.name));
};

/** The public events of a series as its page and its picture show them. */
export async function seriesWindow(seriesId: Id<"series">, reader: Reader = db()): Promise<SeriesWindow> {
  const where = and(isPublic, eq(events.seriesId, seriesId));
  const rows = reader.select().from(events).where(where).orderBy(asc(events.startsAt), asc(events.id));
  const [shown, total, hosts] = await Promise.all([
    rows.limit(SERIES_WINDOW),
    reader.$count(events, where),
    hostsIn(reader, seriesId, where),
  ]);
  return { events: await summariesOf(reader, shown), total, hosts };
}

/** What takes place or took place in a series, for its programme: all of it, and whether it was too much for that. */
export async function seriesProgramme(
  seriesId: Id<"series">,
  reader: Reader = db(),
): Promise<{ events: EventSummary[]; isCut: boolean }> {
  const held = inArray(events.status, ["published", "live", "ended"]);
  const rows = await reader
    .select()
    .from(events)
    .where(and(isPublic, held, eq(events.seriesId, seriesId)))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(PROGRAMME_WINDOW + 1);
  const isCut = rows.length > PROGRAMME_WINDOW;
  return { events: await summariesOf(reader, rows.slice(0, PROGRAMME_WINDOW)), isCut };
}

/** Addresses of the latest public events, for a sitemap. */
export async function listPublicSlugs(reader: Reader = db()): Promise<string[]> {
  const rows = await reader
    .select({ slug: events.slug })
    .from(events)
    .where(isPublic)
    .orderBy(desc(events.startsAt), asc(events.id))
    .limit(MAPPED_EVENTS);
  return rows.map(({ slug }) => slug);
}
