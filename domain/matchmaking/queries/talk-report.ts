import "server-only";
import { eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { series } from "@/db/schema/programme";
import type { Words } from "@/domain/board/labels";
import { officeScope } from "@/domain/board/queries/scopes";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import type { Taxonomy } from "@/domain/board/rules";
import { type Actor, can } from "@/domain/policy";
import { seriesWords } from "@/domain/programme/labels";
import { eventScope } from "@/domain/programme/queries";
import { findSeriesAtDesk } from "@/domain/programme/queries/series-desk";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import type { EventId, Facts, Member, NetworkId, PersonId } from "../internal/talk-report/facts";
import {
  type NetworkLine,
  type PairLine,
  type PersonLine,
  reportOf,
  type TalkReport,
  type ToldLabel,
} from "../internal/talk-report/report";
import { settledFacts } from "../internal/talk-report/settled";
import { type TopicLine, type UnmetNeeds, unmetNeeds } from "../internal/talk-report/unmet-needs";
import { type EntriesWithoutPartner, entriesWithoutPartner } from "./entries-without-partner";
import { listedBy, peopleOfFacts, type ReportedPerson, talkEnds, talkFactsOf } from "./talk-report-facts";

export type { Counts, Outcomes } from "../internal/talk-report/counts";
export type { ToldLabel } from "../internal/talk-report/report";

/** What is reported on, in both languages where it has them. */
type About = {
  title: Words;
  slug: string;
  networkId: NetworkId;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
};
type NamedLine = PersonLine & { name: string; organisation: string; unmet: Words[] };
export type TalkReportView = Pick<TalkReport, "total"> & {
  about: About;
  /** How many events with talks are counted. */
  events: number;
  people: NamedLine[];
  networks: NetworkLine[];
  pairs: PairLine[];
  /** What the networks in it are called. */
  names: ReadonlyMap<string, string>;
  topics: (TopicLine & { words: Words })[];
  otherNeeds: UnmetNeeds["others"];
  /** Of the board; null for an event that is in no series. */
  entries: EntriesWithoutPartner | null;
};

type ScopeEvent = { eventId: EventId; networkId: NetworkId };
type Asked = {
  about: About;
  events: readonly ScopeEvent[];
  entries: { seriesId: Id<"series">; eventId?: EventId } | null;
  now: Date;
};

/** A report without a permission at an event still counts its people, but knows none of them by name or as its own. */
function membersOf(
  viewer: Actor,
  { events, now }: Pick<Asked, "events" | "now">,
  { people, ends }: { people: readonly ReportedPerson[]; ends: ReadonlyMap<EventId, Date> },
): Member[] {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  const runs = (networkId: NetworkId) => can(viewer, "members.manage", { networkId });
  return people.flatMap(({ personId, eventId, networkId }) => {
    const event = byId.get(eventId);
    if (!event) return [];
    const isReported = can(viewer, "talks.report", event);
    const isOwn = isReported && networkId !== null && runs(networkId);
    const isNamed = isOwn || (isReported && runs(event.networkId));
    return { ...{ personId, eventId, networkId, isOwn, isNamed }, isOver: (ends.get(eventId) ?? now) <= now };
  });
}

/** With whom everybody has a talk; of people with names, at the events alone at which they have them. */
function partnersIn({ talks }: Facts, members: readonly Member[]): Map<PersonId, Set<PersonId>> {
  const named = new Set(members.flatMap(({ personId, isNamed }) => (isNamed ? [personId] : [])));
  const known = new Set(
    members.flatMap(({ personId, eventId, isNamed }) => (isNamed ? [`${personId} ${eventId}`] : [])),
  );
  const partners = new Map<PersonId, Set<PersonId>>();
  for (const { eventId, people } of talks.filter(({ isGivenUp }) => !isGivenUp))
    for (const { personId } of people) {
      if (named.has(personId) && !known.has(`${personId} ${eventId}`)) continue;
      const mine = partners.get(personId) ?? new Set<PersonId>();
      for (const other of people) if (other.personId !== personId) mine.add(other.personId);
      partners.set(personId, mine);
    }
  return partners;
}

type Needing = {
  allianceId: Id<"alliance">;
  facts: Facts;
  members: readonly Member[];
  taxonomy: Taxonomy;
};

async function needsOf(reader: Reader, { allianceId, facts, members, taxonomy }: Needing) {
  const personIds = [...new Set(members.map(({ personId }) => personId))];
  const listed = (await listedBy(reader, { allianceId, personIds })).map((row) => ({
    ...row,
    tag: taxonomy.resolve(row.tag) ?? row.tag,
  }));
  const named = new Set(members.flatMap(({ personId, isNamed }) => (isNamed ? [personId] : [])));
  const partners = partnersIn(facts, members);
  return unmetNeeds({ listed, partners, isNamed: (personId) => named.has(personId) });
}

async function namesOf(reader: Reader, { networks: lines, pairs }: TalkReport) {
  const labels = [...lines.map(({ label }) => label), ...pairs.flatMap((pair) => [...pair.labels])];
  const ids = [...new Set(labels.flatMap((label) => (label === "others" ? [] : [label])))];
  if (ids.length === 0) return new Map<string, string>();
  const rows = await reader
    .select({ id: networks.id, name: networks.name })
    .from(networks)
    .where(inArray(networks.id, ids));
  return new Map<string, string>(rows.map(({ id, name }) => [id, name]));
}

const ownNetworks = (viewer: Actor): NetworkId[] =>
  viewer.type === "person"
    ? [...new Set(viewer.grants.map(({ networkId }) => networkId))].filter((networkId) =>
        can(viewer, "members.manage", { networkId }),
      )
    : [];

/** Networks by name, and last whoever has none of these. */
function inOrder(report: TalkReport, names: ReadonlyMap<string, string>) {
  const place = (label: ToldLabel) => (label === "others" ? "\uffff" : (names.get(label) ?? ""));
  const byName = (one: ToldLabel, other: ToldLabel) => place(one).localeCompare(place(other), "de");
  const pairs = report.pairs.map((pair): PairLine => {
    const [one, other] = pair.labels;
    return { ...pair, labels: byName(one, other) > 0 ? [other, one] : [one, other] };
  });
  return {
    networks: report.networks.toSorted((a, b) => byName(a.label, b.label)),
    pairs: pairs.toSorted((a, b) => byName(a.labels[0], b.labels[0]) || byName(a.labels[1], b.labels[1])),
  };
}

async function viewOf(viewer: Actor, asked: Asked, reader: Reader): Promise<TalkReportView | undefined> {
  const office = await officeScope(reader, asked.about.networkId);
  if (!office) return undefined;
  const ends = await talkEnds(
    reader,
    asked.events.map(({ eventId }) => eventId),
  );
  const eventIds = [...ends.keys()];
  const over = new Set(eventIds.filter((eventId) => (ends.get(eventId) ?? asked.now) <= asked.now));
  const facts = settledFacts(await talkFactsOf(reader, eventIds, asked.now), over);
  const people = await peopleOfFacts(reader, eventIds, facts);
  const members = membersOf(viewer, asked, { people, ends });
  const report = reportOf(facts, members);
  const { allianceId } = office;
  const taxonomy = await taxonomyIn(allianceId, reader);
  const needs = await needsOf(reader, { allianceId, facts, members, taxonomy });
  const cards = new Map(people.map((one) => [one.personId, one]));
  const lines = report.people.flatMap((line): NamedLine[] => {
    const card = cards.get(line.personId);
    const unmet = (needs.of.get(line.personId) ?? []).map((tag) => taxonomy.named(tag).words);
    return card ? [{ ...line, name: card.name, organisation: card.organisation, unmet }] : [];
  });
  const names = await namesOf(reader, report);
  return {
    ...report,
    ...inOrder(report, names),
    about: asked.about,
    events: eventIds.length,
    people: lines,
    names,
    topics: needs.topics.map((topic) => ({ ...topic, words: taxonomy.named(topic.tag).words })),
    otherNeeds: needs.others,
    entries:
      asked.entries && (await entriesWithoutPartner(reader, { ...asked.entries, own: ownNetworks(viewer) })),
  };
}

/** A date stands for its day in every zone once it is read and shown in the same one. */
const dayAt = (day: string) => new Date(`${day}T12:00:00Z`);

/** What came of the talks of one event, for who organizes it; undefined for everybody else. */
export async function eventTalkReport(
  viewer: Actor,
  eventId: EventId,
  now: Date = clockNow(),
): Promise<TalkReportView | undefined> {
  const reader = db();
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "talks.report", scope)) return undefined;
  const { networkId, seriesId, title, slug, startsAt, endsAt, timeZone } = scope;
  const about = { title: { de: title, en: title }, slug, networkId, startsAt, endsAt, timeZone };
  const entries = seriesId && { seriesId, eventId };
  return viewOf(viewer, { about, events: [{ eventId, networkId }], entries, now }, reader);
}

/**
 * The same of all events of a series that its owner's office may see, whoever hosts them; undefined for everybody else. Of
 * an event that this office does not organize it learns sums.
 */
export async function seriesTalkReport(
  viewer: Actor,
  seriesId: Id<"series">,
  now: Date = clockNow(),
): Promise<TalkReportView | undefined> {
  const reader = db();
  const [part] = await reader.select().from(series).where(eq(series.id, seriesId));
  // A series without an owner has no office.
  const networkId = part?.networkId;
  const desk = networkId && (await findSeriesAtDesk(viewer, { networkId, slug: part.slug }, reader));
  if (!desk) return undefined;
  const events = desk.events.map((event) => ({ eventId: event.id, networkId: event.networkId }));
  const { slug, startsOn, endsOn } = part;
  const about = {
    title: { de: seriesWords(part, "de").title, en: seriesWords(part, "en").title },
    ...{ slug, networkId, startsAt: dayAt(startsOn), endsAt: dayAt(endsOn), timeZone: "UTC" },
  };
  return viewOf(viewer, { about, events, entries: { seriesId }, now }, reader);
}
