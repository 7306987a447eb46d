import "server-only";
import { and, arrayOverlaps, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { entries } from "@/db/schema/board";
import { listings } from "@/db/schema/matchmaking";
import { people } from "@/db/schema/people";
import { series } from "@/db/schema/programme";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import type { EntryKind } from "../labels";
import { type NamedTag, seeks, type Taxonomy } from "../rules";
import { relevance, saying } from "./search";
import { taxonomyIn } from "./taxonomy";
import { visibleTo } from "./visible";

type Row = typeof entries.$inferSelect;

export type EntryView = Pick<
  Row,
  | "id"
  | "kind"
  | "title"
  | "text"
  | "cooperation"
  | "audience"
  | "state"
  | "outcome"
  | "validUntil"
  | "hiddenReason"
  | "createdAt"
  | "anonymous"
> & {
  /** Address of the board it was posted on. */
  seriesSlug: string;
  tags: NamedTag[];
  /** Who posted it: a person, or the office of a network. */
  by: { personId: Id<"person"> | null; name: string; organisation: string };
  network: { slug: string; name: string; mark: string };
  isMine: boolean;
};

/** A page of the board. */
export const ENTRIES_PER_PAGE = 24;

export type BoardFilter = {
  q: string;
  kinds: readonly EntryKind[];
  tag: string;
  cooperation: string;
  network: string;
  /** Those of all series of the alliance. */
  everywhere: boolean;
  solved: boolean;
  sort: "match" | "new";
  page: number;
};

export type Board = {
  entries: (EntryView & { reason: NamedTag | undefined })[];
  total: number;
  counts: Record<EntryKind, number>;
  /** Topics on the board, the most frequent first. */
  topics: NamedTag[];
  networks: { slug: string; name: string }[];
};

export const entryColumns = {
  entry: entries,
  seriesSlug: series.slug,
  author: { id: people.id, name: people.name },
  network: { slug: networks.slug, name: networks.name, mark: networks.mark },
};
export type EntryRow = {
  entry: Row;
  seriesSlug: string;
  author: { id: Id<"person">; name: string } | null;
  network: { slug: string; name: string; mark: string };
};

export const selectEntries = (reader: Reader) =>
  reader
    .select(entryColumns)
    .from(entries)
    .innerJoin(series, eq(series.id, entries.seriesId))
    .innerJoin(networks, eq(networks.id, entries.networkId))
    .leftJoin(people, eq(people.id, entries.personId))
    .$dynamic();

/** A row as it is shown. Of an anonymous entry nobody but its office reads for whom it is. */
export function viewOf(row: EntryRow, viewer: Actor, taxonomy: Taxonomy): EntryView {
  const { entry, author, network, seriesSlug } = row;
  const tags = new Map(entry.tags.map(taxonomy.named).map((tag) => [tag.tag, tag]));
  const { id, kind, title, text, cooperation, audience, state, outcome } = entry;
  const { validUntil, hiddenReason, createdAt, anonymous, personId } = entry;
  return {
    ...{ id, kind, title, text, cooperation, audience, state, outcome },
    ...{ validUntil, hiddenReason, createdAt, anonymous, seriesSlug, network },
    tags: [...tags.values()],
    by: {
      personId,
      name: author?.name ?? network.name,
      organisation: anonymous ? "" : entry.organisation,
    },
    isMine: viewer.type === "person" && viewer.personId === personId,
  };
}

type Place = { allianceId: Id<"alliance">; taxonomy: Taxonomy };

/** What the viewer seeks and offers in this alliance, every name of each tag. */
async function wishesOf(reader: Reader, viewer: Actor, { allianceId, taxonomy }: Place) {
  if (viewer.type !== "person") return { need: [], offer: [] };
  const mine = and(eq(listings.personId, viewer.personId), eq(listings.allianceId, allianceId));
  const rows = await reader.select().from(listings).where(mine);
  const of = (kind: "need" | "offer") =>
    rows.flatMap((row) => (row.kind === kind ? taxonomy.family(row.tag) : []));
  return { need: of("need"), offer: of("offer") };
}
type Wishes = Awaited<ReturnType<typeof wishesOf>>;

const textArray = (list: readonly string[]) =>
  list.length === 0
    ? sql`array[]::text[]`
    : sql`array[${sql.join(
        list.map((one) => sql`${one}`),
        sql`, `,
      )}]`;

/** How many tags of an entry answer the viewer's own. */
const matchCount = ({ need, offer }: Wishes): SQL => sql`cardinality(array(
  select unnest(${entries.tags}) intersect
  select unnest(case when ${entries.kind} = 'offer' then ${textArray(need)} else ${textArray(offer)} end)))`;

type Part = "kind" | "tag" | "network";
function conditionsOf(filter: BoardFilter, taxonomy: Taxonomy, without?: Part): (SQL | undefined)[] {
  const { q, kinds, tag, cooperation, network, solved } = filter;
  return [
    saying(q, taxonomy),
    kinds.length > 0 && without !== "kind" ? inArray(entries.kind, [...kinds]) : undefined,
    tag !== "" && without !== "tag" ? arrayOverlaps(entries.tags, taxonomy.family(tag)) : undefined,
    cooperation === "" ? undefined : sql`${cooperation} = any(${entries.cooperation})`,
    network !== "" && without !== "network"
      ? sql`${entries.networkId} in (select id from ${networks} where ${networks.slug} = ${network})`
      : undefined,
    solved ? undefined : sql`${entries.state} <> 'solved'`,
  ];
}

type Asked = { seriesId: Id<"series">; allianceId: Id<"alliance">; filter: BoardFilter; now?: Date };

/** The board of a series, or of its whole alliance, as this viewer may read it. */
export async function boardFor(viewer: Actor, asked: Asked, reader: Reader = db()): Promise<Board> {
  const { seriesId, allianceId, filter, now = clockNow() } = asked;
  const taxonomy = await taxonomyIn(allianceId, reader);
  const [mayRead, wishes] = [
    await visibleTo(reader, viewer, { allianceId, now }),
    await wishesOf(reader, viewer, { allianceId, taxonomy }),
  ];
  const base = and(mayRead, filter.everywhere ? undefined : eq(entries.seriesId, seriesId));
  const where = (without?: Part) => and(base, ...conditionsOf(filter, taxonomy, without));
  const order = [
    ...(filter.q === "" ? [] : [relevance(filter.q)]),
    ...(filter.sort === "match" ? [desc(matchCount(wishes))] : []),
    desc(entries.createdAt),
    desc(entries.id),
  ];
  const offset = (filter.page - 1) * ENTRIES_PER_PAGE;
  const rows = await selectEntries(reader)
    .where(where())
    .orderBy(...order)
    .limit(ENTRIES_PER_PAGE)
    .offset(offset);
  const counted = await reader
    .select({ kind: entries.kind, count: sql<number>`count(*)::int` })
    .from(entries)
    .where(where("kind"))
    .groupBy(entries.kind);
  const countOf = (kind: EntryKind) => counted.find((row) => row.kind === kind)?.count ?? 0;
  const counts = { need: countOf("need"), request: countOf("request"), offer: countOf("offer") };
  const shown = filter.kinds.length === 0 ? (["need", "request", "offer"] as const) : filter.kinds;
  return {
    entries: rows.map((row) => {
      const view = viewOf(row, viewer, taxonomy);
      const own = seeks(view.kind) ? wishes.offer : wishes.need;
      const answers = view.isMine ? undefined : view.tags.find(({ tag }) => own.includes(tag));
      return { ...view, reason: answers };
    }),
    total: shown.reduce((sum, kind) => sum + counts[kind], 0),
    counts,
    topics: await topicsOf(reader, where("tag"), taxonomy),
    networks: await networksIn(reader, where("network")),
  };
}

/** Topics that a chip leads to. */
const TOPICS = 8;

async function topicsOf(reader: Reader, where: SQL | undefined, taxonomy: Taxonomy): Promise<NamedTag[]> {
  const rows = await reader
    .select({ tag: sql<string>`unnest(${entries.tags})`, count: sql<number>`count(*)::int` })
    .from(entries)
    .where(where)
    .groupBy(sql`1`)
    .orderBy(sql`2 desc`, sql`1`)
    .limit(60);
  const named = new Map(rows.map(({ tag }) => taxonomy.named(tag)).map((one) => [one.tag, one]));
  return [...named.values()].slice(0, TOPICS);
}

const networksIn = (reader: Reader, where: SQL | undefined) =>
  reader
    .selectDistinct({ slug: networks.slug, name: networks.name })
    .from(entries)
    .innerJoin(networks, eq(networks.id, entries.networkId))
    .where(where)
    .orderBy(networks.name);
