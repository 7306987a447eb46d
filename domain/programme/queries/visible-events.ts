import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import type { Actor } from "@/domain/policy";
import { idOf } from "@/lib/ids";
import {
  type EventDetail,
  type EventSummary,
  eventScope,
  findEventForRoom,
  findPublicEvent,
  isVisibleTo,
  wayInOf,
} from "../queries";
import { summariesOf } from "./event-rows";

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

/** What public lists leave out: members-only events ahead in the viewer's own networks, nearest first. */
export async function listMembersEvents(
  viewer: Actor,
  now: Date,
  reader: Reader = db(),
): Promise<EventSummary[]> {
  if (viewer.type !== "person" || viewer.grants.length === 0) return [];
  const ofTheirs = inArray(events.networkId, [...new Set(viewer.grants.map(({ networkId }) => networkId))]);
  const ahead = and(inArray(events.status, ["published", "live"]), gt(events.endsAt, now));
  const rows = await reader
    .select()
    .from(events)
    .where(and(ofTheirs, ahead, eq(events.membersOnly, true)))
    .orderBy(asc(events.startsAt), asc(events.id));
  const known = rows.filter((row) => isVisibleTo(viewer, { ...row, eventId: row.id }));
  return summariesOf(reader, known);
}
