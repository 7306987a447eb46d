import "server-only";
import { and, asc, eq, gt, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { calendarImports } from "@/db/schema/matchmaking-availability";
import { people } from "@/db/schema/people";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { findWindow } from "../internal/bookings";
import { type Hindrance, hindranceOf, isPreferred } from "../internal/free-times";
import { type Span, slotsOf } from "../rules";
import { availabilityOf } from "./hindrances";
import { mySideIn } from "./sides";

type EventId = Id<"event">;

export type SlotState = Span & {
  /** What keeps the viewer from it, other than their own mark. */
  taken: Exclude<Hindrance, "blocked"> | undefined;
  mark: "free" | "blocked" | "preferred";
  isPast: boolean;
};
export type BroughtCalendar = {
  importId: Id<"calendarImport">;
  /** The host alone of an address: the rest of it opens the calendar. */
  host: string | undefined;
  readAt: Date;
  failure: string | null;
  problems: number;
};
export type MyTimes = { zone: string; slots: SlotState[]; calendars: BroughtCalendar[] };

async function broughtBy(personId: Id<"person">): Promise<BroughtCalendar[]> {
  const rows = await db()
    .select()
    .from(calendarImports)
    .where(eq(calendarImports.personId, personId))
    .orderBy(asc(calendarImports.createdAt));
  return rows.map(({ id: importId, address, readAt, failure, problems }) => ({
    importId,
    host: address && URL.canParse(address) ? new URL(address).host : undefined,
    ...{ readAt, failure, problems },
  }));
}

/** When the viewer can talk in an event, slot by slot, and why not; undefined without a registration or without talks. */
export async function myTimes(
  viewer: Actor,
  eventId: EventId,
  now = clockNow(),
): Promise<MyTimes | undefined> {
  const [side, window] = await Promise.all([mySideIn(db(), viewer, eventId), findWindow(db(), eventId)]);
  const personId = side?.personId;
  if (!side || !personId || !window) return undefined;
  const of = await availabilityOf(db(), { eventId, personIds: [personId], during: window });
  const mine = of(personId);
  const slots = slotsOf(window).map((slot): SlotState => {
    const taken = hindranceOf(slot, { ...mine, blocked: [] });
    const isBlocked = hindranceOf(slot, { ...mine, talks: [] }) === "blocked";
    const wished = isPreferred(slot, mine) ? "preferred" : "free";
    return {
      ...slot,
      taken: taken === "blocked" ? undefined : taken,
      mark: isBlocked ? "blocked" : wished,
      isPast: slot.startsAt <= now,
    };
  });
  return { zone: side.timeZone, slots, calendars: await broughtBy(personId) };
}

/** Who brings a calendar along: its zone for times without one, and the address whose yes or no counts in it. */
export async function calendarReader(
  viewer: Actor,
  eventId: EventId,
): Promise<{ zone: string; owner: string } | undefined> {
  const side = await mySideIn(db(), viewer, eventId);
  if (!side?.personId) return undefined;
  const [row] = await db()
    .select({ email: registrations.email })
    .from(registrations)
    .where(eq(registrations.id, side.registrationId));
  return row && { zone: side.timeZone, owner: row.email };
}

export type DueCalendar = {
  importId: Id<"calendarImport">;
  address: string;
  zone: string;
  owner: string;
  tentativeBlocks: boolean;
};

/** Calendars that are fetched again: those not tried for this long, whoever waits longest first. For jobs. */
export async function dueCalendars(before: Date, most: number): Promise<DueCalendar[]> {
  const rows = await db()
    .select({
      importId: calendarImports.id,
      address: calendarImports.address,
      zone: people.timeZone,
      owner: people.email,
      tentativeBlocks: calendarImports.tentativeBlocks,
    })
    .from(calendarImports)
    .innerJoin(people, eq(people.id, calendarImports.personId))
    .where(and(isNotNull(calendarImports.address), lt(calendarImports.triedAt, before)))
    .orderBy(asc(calendarImports.triedAt))
    .limit(most);
  return rows.flatMap(({ address, ...row }) => (address === null ? [] : [{ ...row, address }]));
}

/**
 * Calendars of people who have taken part in nothing since: nobody asks them for a talk, so nothing of theirs is to be known,
 * nor an address kept that opens their calendar. As a condition. For jobs.
 */
export const isOfNoUse = (since: Date): SQL => sql`${lt(calendarImports.createdAt, since)} and not exists (
  select 1 from ${registrations} join ${events} on ${events.id} = ${registrations.eventId}
  where ${registrations.personId} = ${calendarImports.personId} and ${gt(events.endsAt, since)}
    and ${registrations.status} not in ('cancelled', 'declined'))`;
