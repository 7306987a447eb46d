import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/domain/policy";
import { type Id, idOf } from "@/lib/ids";
import { type EventDetail, eventScope, findEventForDesk, findPublicEvent, isVisibleTo } from "../queries";

/** Whoever holds a seat of an event knows of it. */
const holdsSeat = (viewer: Actor, eventId: Id<"event">): boolean =>
  (viewer.type === "person" || viewer.type === "guest") &&
  viewer.seats.some((seat) => seat.eventId === eventId);

/** The page of an event for this viewer: a public one, or a members-only one for its members and who is in it. */
export async function findVisibleEvent(viewer: Actor, slug: string): Promise<EventDetail | undefined> {
  const open = await findPublicEvent(slug);
  if (open) return open;
  const event = await findEventForDesk(slug);
  if (!event || event.status === "draft") return undefined;
  const scope = { ...event, eventId: event.id };
  return isVisibleTo(viewer, scope) || holdsSeat(viewer, event.id) ? event : undefined;
}

/** The page of an event that a browser provably holds a seat of; a members-only one too. */
export async function findHeldEvent(held: ReadonlySet<string>, slug: string): Promise<EventDetail | undefined> {
  const event = (await findPublicEvent(slug)) ?? (await findEventForDesk(slug));
  return event && event.status !== "draft" && held.has(event.id) ? event : undefined;
}

/** Where the form of an event is that this viewer may know; undefined for every other id, even one that exists. */
export async function visibleSlugOf(viewer: Actor, eventId: unknown): Promise<string | undefined> {
  const id = idOf("event").safeParse(eventId);
  const event = id.success ? await eventScope(db(), id.data) : undefined;
  return event && event.status !== "draft" && isVisibleTo(viewer, event) ? event.slug : undefined;
}
