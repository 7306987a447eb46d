import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/domain/policy";
import { idOf } from "@/lib/ids";
import { type EventDetail, eventScope, findEventForRoom, findPublicEvent, isVisibleTo } from "../queries";

/** The page of an event for this viewer: a public one, or a members-only one for its members and who is in it. */
export async function findVisibleEvent(viewer: Actor, slug: string): Promise<EventDetail | undefined> {
  const event = (await findPublicEvent(slug)) ?? (await findEventForRoom(viewer, slug));
  return event?.status === "draft" ? undefined : event;
}

/** Where the form of an event is that this viewer may know; undefined for every other id, even one that exists. */
export async function visibleSlugOf(viewer: Actor, eventId: unknown): Promise<string | undefined> {
  const id = idOf("event").safeParse(eventId);
  const event = id.success ? await eventScope(db(), id.data) : undefined;
  return event && event.status !== "draft" && isVisibleTo(viewer, event) ? event.slug : undefined;
}
