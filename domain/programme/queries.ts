import "server-only";
import { and, arrayContains, asc, desc, eq, gte, inArray, lt, ne, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { talkWindows } from "@/db/schema/matchmaking";
import { eventNetworks, events, series } from "@/db/schema/programme";
import { type Actor, can, type MemberWay, wayIn } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import type { TopicId } from "./labels";
import { type AgendaItem, agendaOf, type SpeakerView, speakersOf } from "./queries/agenda";
import {
  type EventRow,
  type EventSummary,
  isPublic,
  type NetworkBadge,
  type SeatCount,
  type SeatPart,
  summariesOf,
} from "./queries/event-rows";
import { leadColumns } from "./queries/lead";
import { isSeatedIn } from "./queries/seated";

export type { AgendaItem, EventSummary, NetworkBadge, SeatCount, SeatPart };

export type EventDetail = EventSummary & {
  membersOnly: boolean;
  /** The start it had before it was put off or moved. */
  postponedFrom: Date | null;
  membersBy: MemberWay[];
  series: { slug: string; title: string; titleEn: string } | null;
  talks: { startsAt: Date; endsAt: Date; slotMinutes: number } | null;
  agenda: AgendaItem[];
  speakers: SpeakerView[];
  contactEmail: string;
  /** The lead network's slug and name where it has legal texts of its own. */
  legal?: { slug: string; name: string } | undefined;
};

export type EventFilter = {
  networkId?: Id<"network">;
  seriesId?: Id<"series">;
  topic?: TopicId;
  /** Not over before this instant. */
  from?: Date;
  /** Over before this one; the latest of them are listed. */
  until?: Date;
  /** So many at most, else the earliest ones; without it, as many as one list for programs holds. */
  limit?: number;
};

/** No list of public events is longer: neither a page nor a file may grow with the calendar. */
export const MOST_LISTED = 300;

/** Public events in order of their start: never drafts, never members-only ones. Seats are those of this moment. */
export async function listPublicEvents(
  filter: EventFilter = {},
  reader: Reader = db(),
): Promise<EventSummary[]> {
  const { networkId, seriesId, topic, from, until, limit = MOST_LISTED } = filter;
  const hosted = networkId
    ? sql`(${events.networkId} = ${networkId} or exists (select 1 from ${eventNetworks} where ${eventNetworks.eventId} = ${events.id} and ${eventNetworks.networkId} = ${networkId} and ${eventNetworks.shown}))`
    : undefined;
  const rows = await reader
    .select()
    .from(events)
    .where(
      and(
        isPublic,
        hosted,
        seriesId ? eq(events.seriesId, seriesId) : undefined,
        topic ? arrayContains(events.topics, [topic]) : undefined,
        from ? gte(events.endsAt, from) : undefined,
        until ? lt(events.endsAt, until) : undefined,
      ),
    )
    .orderBy(until ? desc(events.startsAt) : asc(events.startsAt), asc(events.id))
    .limit(limit);
  return summariesOf(reader, until ? rows.toReversed() : rows);
}

async function detailOf(reader: Reader, row: EventRow): Promise<EventDetail | undefined> {
  const [[summary], agenda, people, [talks], [part], [lead]] = await Promise.all([
    summariesOf(reader, [row]),
    agendaOf(row.id, reader),
    speakersOf(row.id, reader),
    reader.select().from(talkWindows).where(eq(talkWindows.eventId, row.id)),
    reader
      .select({ slug: series.slug, title: series.title, titleEn: series.titleEn })
      .from(series)
      .where(eq(series.id, row.seriesId ?? "ser_none")),
    reader.select(leadColumns).from(networks).where(eq(networks.id, row.networkId)),
  ]);
  if (!summary || !lead) return undefined;
  return {
    ...summary,
    membersOnly: row.membersOnly,
    postponedFrom: row.postponedFrom,
    membersBy: row.membersBy,
    series: part ?? null,
    talks: talks ?? null,
    agenda,
    speakers: people,
    contactEmail: lead.contactEmail,
    legal: lead.hasLegal ? { slug: lead.slug, name: lead.name } : undefined,
  };
}

/** The public page of an event; undefined for drafts and members-only events, which look like missing ones. */
export async function findPublicEvent(slug: string, reader: Reader = db()): Promise<EventDetail | undefined> {
  const [row] = await reader
    .select()
    .from(events)
    .where(and(eq(events.slug, slug), isPublic));
  return row && detailOf(reader, row);
}

const findEventBySlug = async (slug: string, reader: Reader): Promise<EventRow | undefined> =>
  (await reader.select().from(events).where(eq(events.slug, slug)))[0];

/** An event by its address, drafts included, for whoever may see its desk; for others there is none. */
export async function findEventForDesk(
  viewer: Actor,
  slug: string,
  reader: Reader = db(),
): Promise<EventDetail | undefined> {
  const row = await findEventBySlug(slug, reader);
  return row && can(viewer, "event.readDesk", { networkId: row.networkId, eventId: row.id })
    ? detailOf(reader, row)
    : undefined;
}

/** An event whose room the viewer may know of: it is visible to them, or they are provably in it. Never a draft of others. */
export async function findEventForRoom(
  viewer: Actor,
  slug: string,
  reader: Reader = db(),
): Promise<EventDetail | undefined> {
  const row = await findEventBySlug(slug, reader);
  if (!row) return undefined;
  const isKnown =
    isVisibleTo(viewer, { ...row, eventId: row.id }) ||
    (row.status !== "draft" && (await isSeatedIn(reader, viewer, row.id)));
  return isKnown ? detailOf(reader, row) : undefined;
}

/** An event whatever its state, for a caller that has another proof than the viewer, such as an invitation. */
export async function findEventById(
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<EventDetail | undefined> {
  const [row] = await reader.select().from(events).where(eq(events.id, eventId));
  return row && detailOf(reader, row);
}

/** Other public events of the same series that have not ended, nearest first. */
export async function listOthersOfSeries(
  event: Pick<EventSummary, "id" | "seriesId">,
  { now, limit }: { now: Date; limit: number },
  reader: Reader = db(),
): Promise<EventSummary[]> {
  if (!event.seriesId) return [];
  const rows = await reader
    .select()
    .from(events)
    .where(
      and(
        isPublic,
        eq(events.seriesId, event.seriesId),
        ne(events.id, event.id),
        inArray(events.status, ["published", "live"]),
        gte(events.endsAt, now),
      ),
    )
    .orderBy(asc(events.startsAt))
    .limit(limit);
  return summariesOf(reader, rows);
}

export type SeriesView = typeof series.$inferSelect;

/** A series is public with the first of its events; one that is only planned looks like one that does not exist. */
export const isAnnounced = sql`exists (select 1 from ${events} where ${events.seriesId} = ${series.id} and ${isPublic})`;

export async function findSeriesBySlug(slug: string, reader: Reader = db()): Promise<SeriesView | undefined> {
  const [row] = await reader
    .select()
    .from(series)
    .where(and(eq(series.slug, slug), isAnnounced));
  return row;
}

/** The series that runs on this calendar day, or the next one to come; undefined when there is none. */
export async function findCurrentSeries(day: string, reader: Reader = db()): Promise<SeriesView | undefined> {
  const [row] = await reader
    .select()
    .from(series)
    .where(and(gte(series.endsOn, day), isAnnounced))
    .orderBy(asc(series.startsOn))
    .limit(1);
  return row;
}

/** What every rule needs to know of an event, whatever its state. */
export type EventScope = Pick<
  EventRow,
  | "id"
  | "slug"
  | "networkId"
  | "seriesId"
  | "kind"
  | "mode"
  | "status"
  | "title"
  | "language"
  | "membersOnly"
  | "membersBy"
  | "startsAt"
  | "endsAt"
  | "timeZone"
  | "registrationOpensAt"
  | "registrationClosesAt"
  | "calendarSequence"
  | "place"
  | "postponedFrom"
> & { eventId: Id<"event"> };

/** Those columns and no texts: whoever registers reads this while everybody else waits for a seat. */
const scopeColumns = {
  ...{ id: events.id, eventId: events.id, slug: events.slug, networkId: events.networkId },
  ...{ seriesId: events.seriesId, kind: events.kind, mode: events.mode, status: events.status },
  ...{ title: events.title, language: events.language, place: events.place, timeZone: events.timeZone },
  ...{ membersOnly: events.membersOnly, membersBy: events.membersBy, postponedFrom: events.postponedFrom },
  ...{ startsAt: events.startsAt, endsAt: events.endsAt, calendarSequence: events.calendarSequence },
  ...{ registrationOpensAt: events.registrationOpensAt, registrationClosesAt: events.registrationClosesAt },
} satisfies Record<keyof EventScope, unknown>;

/** The event's own columns and its tenant; for a command's `load`. Takes no lock. */
export async function eventScope(reader: Reader, eventId: Id<"event">): Promise<EventScope | undefined> {
  const [row] = await reader.select(scopeColumns).from(events).where(eq(events.id, eventId));
  return row;
}

/** The same by address. */
export async function eventScopeBySlug(reader: Reader, slug: string): Promise<EventScope | undefined> {
  const [row] = await reader.select(scopeColumns).from(events).where(eq(events.slug, slug));
  return row;
}

/** The event, held until the transaction ends, so that what is decided about its state stays true. */
export async function lockEvent(reader: Reader, eventId: Id<"event">): Promise<EventScope | undefined> {
  const [row] = await reader.select(scopeColumns).from(events).where(eq(events.id, eventId)).for("update");
  return row;
}

/**
 * The event as it stands, which nobody changes until the transaction ends; others may hold it too. Whoever gives seats
 * holds it after the seats: what was called off or ended meanwhile is seen, and what is given comes before that.
 */
export async function holdEvent(reader: Reader, eventId: Id<"event">): Promise<EventScope | undefined> {
  const held = reader.select(scopeColumns).from(events).where(eq(events.id, eventId)).for("share");
  // Sent at once: right behind the lock of the seats, where that is not waited for.
  const [row] = await held.execute();
  return row;
}

type Door = Pick<EventScope, "eventId" | "networkId" | "status" | "membersOnly" | "membersBy">;

/** How the actor gets to an event, as far as they have no invitation to show; undefined where they do not. */
export const wayInOf = (actor: Actor, event: Door, isInvited = false): ReturnType<typeof wayIn> =>
  wayIn(event, {
    isMember: can(actor, "event.readMembersOnly", event),
    isInvited,
    isProven: actor.type === "person",
  });

/** True when the actor may know that the event exists: it is public, or their roles let them see it. */
export const isVisibleTo = (actor: Actor, event: Door): boolean =>
  can(actor, "event.readDesk", event) || (event.status !== "draft" && wayInOf(actor, event) !== undefined);
