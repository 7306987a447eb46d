import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { events, series, seriesNetworks } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import type { SeriesView } from "../queries";

/** A series in the list of an office: whose it is, and how many of that network's events are in it. */
export type SeriesAtDesk = SeriesView & { owner: string; own: boolean; invited: boolean; events: number };
type NetworkId = Id<"network">;

const partOf = (networkId: NetworkId) =>
  and(eq(seriesNetworks.seriesId, series.id), eq(seriesNetworks.networkId, networkId));

/**
 * The series that a network owns, hosts or is asked to host, the latest first; for who may plan there, none for others.
 */
export async function listSeriesAtDesk(
  viewer: Actor,
  networkId: NetworkId,
  reader: Reader = db(),
): Promise<SeriesAtDesk[]> {
  if (!can(viewer, "series.plan", { networkId })) return [];
  const own = sql<number>`(select count(*)::int from ${events} where ${events.seriesId} = ${series.id} and ${events.networkId} = ${networkId})`;
  const rows = await reader
    .select({ part: series, owner: networks.name, asked: seriesNetworks, events: own })
    .from(series)
    .innerJoin(networks, eq(networks.id, series.networkId))
    .leftJoin(seriesNetworks, partOf(networkId))
    .where(or(eq(series.networkId, networkId), isNotNull(seriesNetworks.seriesId)))
    .orderBy(desc(series.startsOn), asc(series.slug));
  return rows.map(({ part, owner, asked, ...row }) => ({
    ...part,
    ...row,
    owner,
    own: part.networkId === networkId,
    invited: asked !== null && asked.acceptedAt === null,
  }));
}

/** Whose office a series belongs to, as what happens with it is about; undefined for one that does not exist. */
export async function seriesOffice(
  reader: Reader,
  seriesId: Id<"series">,
): Promise<{ networkId: NetworkId | null } | undefined> {
  const [row] = await reader
    .select({ networkId: series.networkId })
    .from(series)
    .where(eq(series.id, seriesId));
  return row;
}

export type SeriesHost = { id: NetworkId; name: string; state: "invited" | "host" | "none"; events: number };
export type SeriesEvent = Pick<
  typeof events.$inferSelect,
  "id" | "slug" | "title" | "status" | "language" | "startsAt" | "endsAt" | "timeZone" | "networkId"
> & { network: string };

export type SeriesDesk = {
  part: SeriesView;
  /** Other networks of the alliance with what they are to the series. */
  hosts: SeriesHost[];
  /** What is in it: one's own events, and what the others have made public. */
  events: SeriesEvent[];
};

/** One series of the owner's office by its address; undefined for everybody else. */
export async function findSeriesAtDesk(
  viewer: Actor,
  { networkId, slug }: { networkId: NetworkId; slug: string },
  reader: Reader = db(),
): Promise<SeriesDesk | undefined> {
  if (!can(viewer, "series.manage", { networkId })) return undefined;
  const [part] = await reader
    .select()
    .from(series)
    .where(and(eq(series.slug, slug), eq(series.networkId, networkId)));
  if (!part) return undefined;
  const [hosts, inside] = await Promise.all([
    hostsOf(reader, part, networkId),
    eventsIn(reader, part, networkId),
  ]);
  return { part, hosts, events: inside };
}

/** Another network's draft, and what it keeps for its members, is not told even to the owner of the week. */
const mayShow = (owner: NetworkId) =>
  or(eq(events.networkId, owner), and(ne(events.status, "draft"), eq(events.membersOnly, false)));

async function hostsOf(reader: Reader, part: SeriesView, owner: NetworkId): Promise<SeriesHost[]> {
  const inside = sql<number>`(select count(*)::int from ${events} where ${events.seriesId} = ${part.id} and ${events.networkId} = ${networks.id} and ${mayShow(owner)})`;
  const rows = await reader
    .select({ id: networks.id, name: networks.name, asked: seriesNetworks, events: inside })
    .from(networks)
    .leftJoin(
      seriesNetworks,
      and(eq(seriesNetworks.networkId, networks.id), eq(seriesNetworks.seriesId, part.id)),
    )
    .where(and(eq(networks.allianceId, part.allianceId), ne(networks.id, owner)))
    .orderBy(asc(networks.name));
  return rows.map(({ asked, ...row }) => ({ ...row, state: stateOf(asked) }));
}

function stateOf(asked: typeof seriesNetworks.$inferSelect | null): SeriesHost["state"] {
  if (!asked) return "none";
  return asked.acceptedAt ? "host" : "invited";
}

const eventsIn = (reader: Reader, part: SeriesView, owner: NetworkId): Promise<SeriesEvent[]> =>
  reader
    .select({
      ...{ id: events.id, slug: events.slug, title: events.title, status: events.status },
      ...{ language: events.language, startsAt: events.startsAt, endsAt: events.endsAt },
      ...{ timeZone: events.timeZone, networkId: events.networkId, network: networks.name },
    })
    .from(events)
    .innerJoin(networks, eq(networks.id, events.networkId))
    .where(and(eq(events.seriesId, part.id), mayShow(owner)))
    .orderBy(asc(events.startsAt), asc(events.id));

/** The series into which a network may put its events, the latest first; none for who may not plan there. */
export async function listSeriesToChoose(
  viewer: Actor,
  scope: { networkId: NetworkId; eventId?: Id<"event"> },
  reader: Reader = db(),
): Promise<{ id: Id<"series">; title: string; startsOn: string }[]> {
  const mayChoose = can(viewer, "event.create", scope) || can(viewer, "event.update", scope);
  if (!mayChoose) return [];
  const { networkId } = scope;
  return reader
    .select({ id: series.id, title: series.title, startsOn: series.startsOn })
    .from(series)
    .leftJoin(seriesNetworks, partOf(networkId))
    .where(or(eq(series.networkId, networkId), isNotNull(seriesNetworks.acceptedAt)))
    .orderBy(desc(series.startsOn), asc(series.slug));
}

/** How many series ask this network to host them, for its own office. */
export async function countSeriesOffers(
  viewer: Actor,
  networkId: NetworkId,
  reader: Reader = db(),
): Promise<number> {
  if (!can(viewer, "series.host", { networkId })) return 0;
  return reader.$count(
    seriesNetworks,
    and(eq(seriesNetworks.networkId, networkId), isNull(seriesNetworks.acceptedAt)),
  );
}
