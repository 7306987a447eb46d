import "server-only";
import { asc } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { findWindow, slotsAhead } from "../internal/bookings";
import type { Card } from "../internal/partners";
import { tableCount } from "../internal/tables";
import type { Span, TalkWindow } from "../rules";
import { takingTalks } from "./sides";

export type TalkDesk = { hours: TalkWindow; tables: number; people: Card[]; slots: Span[] };

/** What an organizer sees before booking a talk for two others; undefined for who may not, and without hours for talks. */
export async function talkDesk(
  viewer: Actor,
  eventId: Id<"event">,
  now = clockNow(),
): Promise<TalkDesk | undefined> {
  const [scope, window] = [await eventScope(db(), eventId), await findWindow(db(), eventId)];
  if (!scope || !window || !can(viewer, "meeting.book", { networkId: scope.networkId, eventId }))
    return undefined;
  const rows = await db()
    .select({
      personId: registrations.personId,
      name: registrations.name,
      organisation: registrations.organisation,
    })
    .from(registrations)
    .where(takingTalks(eventId))
    .orderBy(asc(registrations.name), asc(registrations.id));
  const people = rows.flatMap(({ personId, ...card }) => (personId ? [{ personId, ...card }] : []));
  const slots = slotsAhead(window, now);
  return { hours: window, tables: await tableCount(db(), eventId), people, slots };
}
