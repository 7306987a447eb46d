import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import { type EventSummary, listOthersOfSeries } from "@/domain/programme/queries";
import { clashesIn } from "@/domain/programme/rules/long-events";
import { listMyRegistrations, type MyRegistration } from "../queries";
import { heldEvents } from "../rules";

/** An event of the series, and whether the person it is offered to is in it already. */
export type FurtherEvent = {
  event: EventSummary;
  taken: boolean;
  /** Takes place while the event on the page does, or another one that they are in, and nobody can be in both. */
  clashes: boolean;
};
type Before = Pick<EventSummary, "id" | "seriesId" | "startsAt" | "endsAt">;

const SHOWN = 6;

/** Further events of the series, when all that is known is which events a browser holds. */
export async function listOthersKnowing(
  event: Before,
  taken: ReadonlySet<string>,
  now: Date,
): Promise<FurtherEvent[]> {
  const others = await listOthersOfSeries(event, { now, limit: SHOWN });
  const own = [event, ...others.filter(({ id }) => taken.has(id))];
  const clashing = clashesIn([event, ...others]);
  return others.map((other) => ({
    event: other,
    taken: taken.has(other.id),
    clashes: (clashing.get(other.id) ?? []).some(({ id }) => own.some((one) => one.id === id)),
  }));
}

/**
 * Events for which this browser has registered the same address without proving it, such as the others of a week of which
 * one link has been followed. What became of them there does not count: typing an address tells nothing about it.
 */
async function claimedFor(viewer: Actor, email: string, reader: Reader = db()): Promise<readonly string[]> {
  if (!("seats" in viewer)) return [];
  const claimed = viewer.seats.flatMap(({ via, registrationId }) =>
    via === "claim" ? [registrationId] : [],
  );
  if (claimed.length === 0) return [];
  const rows = await reader
    .select({ eventId: registrations.eventId })
    .from(registrations)
    .where(and(inArray(registrations.id, claimed), eq(registrations.email, email)));
  return rows.map(({ eventId }) => eventId);
}

/**
 * Further events of the series for the person of this registration. One browser can hold the links of several people:
 * what the others are in does not count. For who merely looks on, such as a host, there are none.
 */
export async function listFurtherEvents(
  viewer: Actor,
  { id, email, personId, event }: MyRegistration,
  now: Date,
): Promise<FurtherEvent[]> {
  const mine = await listMyRegistrations(viewer);
  if (!mine.some((one) => one.id === id)) return [];
  const own = mine.filter((one) => one.email === email || (personId !== null && one.personId === personId));
  const taken = new Set([...heldEvents(own), ...(await claimedFor(viewer, email))]);
  return listOthersKnowing(event, taken, now);
}
