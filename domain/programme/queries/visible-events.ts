import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import type { Actor } from "@/domain/policy";
import { type Id, idOf } from "@/lib/ids";
import {
  type EventDetail,
  type EventSummary,
  eventScope,
  findEventForRoom,
  findPublicEvent,
  isVisibleTo,
  wayInOf,
} from "../queries";
import { type EventRow, isAhead, summariesOf } from "./event-rows";

/**
 * The page of an event for this viewer: a public one, or a members-only one for its members, who is in it, and who may
 * ask to be. To them it says that the office decides, whatever it does for members.
 */
export async function findVisibleEvent(viewer: Actor, slug: string): Promise<EventDetail | undefined> {
  const event = (await findPublicEvent(slug)) ?? (await findEventForRoom(viewer, slug));
  if (!event || event.status === "draft") return undefined;
  const isAsking = wayInOf(viewer, { ...event, eventId: event.id }) === "asking";
  return isAsking ? { ...event, seats: { ...event.seats, approval: true } } : event;
}

/** Where the form of an event is that this viewer may know; undefined for every other id, even one that exists. */
export async function visibleSlugOf(viewer: Actor, eventId: unknown): Promise<string | undefined> {
  const id = idOf("event").safeParse(eventId);
  const event = id.success ? await eventScope(db(), id.data) : undefined;
  return event && event.status !== "draft" && isVisibleTo(viewer, event) ? event.slug : undefined;
}

/** As many as one's own page shows at first; it can be asked for more. */
export const MEMBERS_WINDOW = 30;
export const MOST_FOR_MEMBERS = 300;
/** So many rows are looked at in one go: whether somebody may know of one is the policy's word, row by row. */
const LOOKED_AT = 100;
const MOST_LOOKED_AT = 5_000;

type MembersWindow = { events: EventSummary[]; hasMore: boolean };

type MembersWish = { now: Date; limit?: number; seriesId?: Id<"series"> };

/**
 * What public lists leave out: members-only events ahead in the viewer's own networks, of one series where it is named,
 * nearest first, with what was put off as in those lists; so many of them, and whether there are more.
 */
export async function listMembersEvents(
  viewer: Actor,
  { now, limit = MEMBERS_WINDOW, seriesId }: MembersWish,
  reader: Reader = db(),
): Promise<MembersWindow> {
  if (viewer.type !== "person" || viewer.grants.length === 0) return { events: [], hasMore: false };
  const ofTheirs = inArray(events.networkId, [...new Set(viewer.grants.map(({ networkId }) => networkId))]);
  const ofSeries = seriesId && eq(events.seriesId, seriesId);
  const comes = and(inArray(events.status, ["published", "live", "postponed"]), isAhead(now), ofSeries);
  const known: EventRow[] = [];
  for (let offset = 0; known.length <= limit && offset < MOST_LOOKED_AT; offset += LOOKED_AT) {
    const rows = await reader
      .select()
      .from(events)
      .where(and(ofTheirs, comes, eq(events.membersOnly, true)))
      .orderBy(asc(events.startsAt), asc(events.id))
      .limit(LOOKED_AT)
      .offset(offset);
    known.push(...rows.filter((row) => isVisibleTo(viewer, { ...row, eventId: row.id })));
    if (rows.length < LOOKED_AT) break;
  }
  return { events: await summariesOf(reader, known.slice(0, limit)), hasMore: known.length > limit };
}
