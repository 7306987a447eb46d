import "server-only";
import { and, asc, desc, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { eventNetworks, events, series } from "@/db/schema/programme";
import { type EventSummary, isAhead, isPublic, summariesOf } from "./event-rows";

/** Which events are asked for; what is empty chooses nothing. */
export type CalendarChoice = {
  q: string;
  topic: readonly string[];
  kind: readonly EventSummary["kind"][];
  language: readonly EventSummary["language"][];
  /** By its name in addresses. */
  network: string;
  /** The same. */
  series: string;
  /** Those to come, or those that are over, the latest first. */
  when: "ahead" | "past";
  page: number;
};

/** How many events ahead have each value, whatever is chosen. */
export type CalendarCounts = {
  all: number;
  networks: number;
  topic: ReadonlyMap<string, number>;
  kind: ReadonlyMap<string, number>;
  language: ReadonlyMap<string, number>;
};

export type CalendarView = {
  counts: CalendarCounts;
  /** Events ahead, or over, that match: one page of them, and how many there are. */
  shown: EventSummary[];
  matching: number;
  page: number;
  pages: number;
  /** The latest of those that are over, on the first page of what is ahead only, and how many there are. */
  past: EventSummary[];
  pastCount: number;
};

/** As many as a person reads down a page; the time for it does not grow with the calendar. */
export const CALENDAR_PAGE = 50;
const PAST_SHOWN = 20;

const isOver = (now: Date) => sql`not (${isAhead(now)})`;

/** Small letters without accents; the same on both sides. */
const folded = (text: SQL) =>
  sql`regexp_replace(normalize(lower(${text}), NFKD), '[\u0300-\u036f]', '', 'g')`;

const shownHosts = (reader: Reader) =>
  reader
    .select({ id: eventNetworks.networkId })
    .from(eventNetworks)
    .where(and(eq(eventNetworks.eventId, events.id), eq(eventNetworks.shown, true)));

const isHost = (reader: Reader) =>
  or(eq(networks.id, events.networkId), inArray(networks.id, shownHosts(reader)));

/** Every word stands somewhere in the event's texts, whatever the accents and case. */
function holdsWords(reader: Reader, q: string): SQL[] {
  const words = q.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  const hosts = reader
    .select({ names: sql`string_agg(${networks.name}, ' ')` })
    .from(networks)
    .where(isHost(reader));
  const text = sql`concat_ws(' ', ${events.title}, ${events.summary}, array_to_string(${events.topics}, ' '), ${hosts})`;
  return words.map((word) => sql`strpos(${folded(text)}, ${folded(sql`${word}::text`)}) > 0`);
}

/** Within one filter any value will do; between filters all must hold. */
function matching(reader: Reader, choice: CalendarChoice): SQL | undefined {
  const { q, topic, kind, language, network, series: part } = choice;
  const one = (values: readonly string[]) => values.length > 0;
  const named = and(eq(networks.slug, network), isHost(reader));
  const ofPart = and(eq(series.slug, part), eq(series.id, events.seriesId));
  return and(
    ...holdsWords(reader, q),
    one(topic) ? sql`${events.topics} && ${sql.param([...topic])}::text[]` : undefined,
    one(kind) ? inArray(events.kind, [...kind]) : undefined,
    one(language) ? inArray(events.language, [...language]) : undefined,
    network === "" ? undefined : exists(reader.select().from(networks).where(named)),
    part === "" ? undefined : exists(reader.select().from(series).where(ofPart)),
  );
}

const count = sql`count(*)`.mapWith(Number);

async function countsOf(reader: Reader, now: Date): Promise<CalendarCounts> {
  const ahead = and(isPublic, isAhead(now));
  const topic = sql<string>`unnest(${events.topics})`;
  const shown = and(eq(eventNetworks.eventId, events.id), eq(eventNetworks.shown, true));
  const [groups, topics, leads, hosts] = await Promise.all([
    reader
      .select({ kind: events.kind, language: events.language, count })
      .from(events)
      .where(ahead)
      .groupBy(events.kind, events.language),
    reader.select({ topic, count }).from(events).where(ahead).groupBy(topic),
    reader.selectDistinct({ id: events.networkId }).from(events).where(ahead),
    reader
      .selectDistinct({ id: eventNetworks.networkId })
      .from(events)
      .innerJoin(eventNetworks, shown)
      .where(ahead),
  ]);
  const by = (name: "kind" | "language") =>
    groups.reduce(
      (sum, group) => sum.set(group[name], (sum.get(group[name]) ?? 0) + group.count),
      new Map<string, number>(),
    );
  return {
    all: groups.reduce((sum, group) => sum + group.count, 0),
    networks: new Set([...leads, ...hosts].map(({ id }) => id)).size,
    topic: new Map(topics.map((row) => [row.topic, row.count])),
    kind: by("kind"),
    language: by("language"),
  };
}

async function pageOf(reader: Reader, where: SQL | undefined, { page, when }: CalendarChoice) {
  const all = await reader.$count(events, where);
  const pages = Math.max(1, Math.ceil(all / CALENDAR_PAGE));
  const at = Math.min(page, pages);
  const rows = await reader
    .select()
    .from(events)
    .where(where)
    .orderBy(when === "past" ? desc(events.startsAt) : asc(events.startsAt), asc(events.id))
    .limit(CALENDAR_PAGE)
    .offset((at - 1) * CALENDAR_PAGE);
  return { shown: await summariesOf(reader, rows), matching: all, page: at, pages };
}

async function pastOf(reader: Reader, where: SQL | undefined) {
  const [rows, pastCount] = await Promise.all([
    reader
      .select()
      .from(events)
      .where(where)
      .orderBy(desc(events.startsAt), asc(events.id))
      .limit(PAST_SHOWN),
    reader.$count(events, where),
  ]);
  return { past: await summariesOf(reader, rows), pastCount };
}

/** One page of the events that match, and what is over of them below the first. */
export async function eventPage(
  choice: CalendarChoice,
  now: Date,
  reader: Reader = db(),
): Promise<Omit<CalendarView, "counts">> {
  const wanted = and(isPublic, matching(reader, choice));
  const isAsked = choice.when === "past" ? isOver(now) : isAhead(now);
  const [asked, past] = await Promise.all([
    pageOf(reader, and(wanted, isAsked), choice),
    choice.page > 1 || choice.when === "past"
      ? { past: [], pastCount: 0 }
      : pastOf(reader, and(wanted, isOver(now))),
  ]);
  return { ...asked, ...past };
}

/** The public calendar as one page shows it. It reads as many rows of 5,000 events as of 50. */
export async function publicCalendar(
  choice: CalendarChoice,
  now: Date,
  reader: Reader = db(),
): Promise<CalendarView> {
  const [counts, page] = await Promise.all([countsOf(reader, now), eventPage(choice, now, reader)]);
  return { counts, ...page };
}
