import "server-only";
import { and, asc, eq, inArray, isNotNull, min, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { registrations } from "@/db/schema/registration";
import { admissions, participations } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { type EventScope, eventScope, eventScopeBySlug } from "@/domain/programme/queries";
import { atDoor } from "@/domain/registration/rules";
import type { Id } from "@/lib/ids";
import { countsAsIn } from "../queries";
import {
  type Arrival,
  arrivalsFrom,
  type DoorTimes,
  type Entry,
  firstEntries,
  type RoomEntry,
  roomTimesIn,
} from "../rules";
import { type ListedStanding, listedStandings } from "../schema";
import { recordsAttendance } from "./stays";

/** Columns that the door needs of a registration; never an address. */
const columns = {
  id: registrations.id,
  eventId: registrations.eventId,
  name: registrations.name,
  organisation: registrations.organisation,
  status: registrations.status,
  attendance: registrations.attendance,
  renewals: registrations.renewals,
};

/** A registration that nobody cancels until the transaction ends: whoever is let in has a place. */
export async function holdRegistered(reader: Reader, id: Id<"registration">) {
  const [row] = await reader.select(columns).from(registrations).where(eq(registrations.id, id)).for("share");
  return row;
}

/** The event at this address for whoever may let people in; for others there is none. */
export async function findDoorEvent(
  viewer: Actor,
  slug: string,
  reader: Reader = db(),
): Promise<EventScope | undefined> {
  const event = await eventScopeBySlug(reader, slug);
  return event && event.status !== "draft" && can(viewer, "attendance.checkIn", event) ? event : undefined;
}

const doorEntries = (
  reader: Reader,
  eventId: Id<"event">,
  ids?: readonly Id<"registration">[],
): Promise<Entry[]> =>
  reader
    .select({ registrationId: checkIns.registrationId, at: checkIns.at })
    .from(checkIns)
    .where(and(eq(checkIns.eventId, eventId), countsAsIn, ids && inArray(checkIns.registrationId, ids)));

/** First stays in any room. None where the event keeps no minutes: then nobody's time in the room is looked at. */
async function roomEntries(reader: Reader, eventId: Id<"event">): Promise<RoomEntry[]> {
  if (!(await recordsAttendance(eventId, reader))) return [];
  const rows = await reader
    .select({
      registrationId: admissions.registrationId,
      isClaim: sql<boolean>`${admissions.claimId} is not null`,
      at: min(participations.joinedAt),
    })
    .from(participations)
    .innerJoin(admissions, eq(admissions.id, participations.admissionId))
    .where(
      and(
        eq(participations.eventId, eventId),
        isNotNull(participations.joinedAt),
        isNotNull(admissions.registrationId),
      ),
    )
    .groupBy(admissions.id);
  return rows.flatMap(({ registrationId, isClaim, at }) =>
    registrationId && at ? [{ registrationId, isClaim, at }] : [],
  );
}

/**
 * Who came to an event, by the door or into the room; its callers have asked whether the viewer may know. What is read
 * from stays is stored nowhere else.
 */
export async function arrivalsOf(
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<Map<Id<"registration">, Arrival>> {
  const [doors, rooms] = await Promise.all([doorEntries(reader, eventId), roomEntries(reader, eventId)]);
  return arrivalsFrom(doors, rooms);
}

/** When each was let in at the door and came into the room, for the event's organizers; empty for everybody else. */
export async function arrivalTimesOf(
  viewer: Actor,
  event: Pick<EventScope, "eventId" | "networkId">,
  reader: Reader = db(),
): Promise<{ door: DoorTimes; room: DoorTimes }> {
  const { eventId, networkId } = event;
  if (!can(viewer, "attendance.read", { eventId, networkId })) return { door: new Map(), room: new Map() };
  const [doors, rooms] = await Promise.all([doorEntries(reader, eventId), roomEntries(reader, eventId)]);
  return { door: firstEntries(doors), room: roomTimesIn(rooms) };
}

/** Who comes on site, or would like to; whoever was declined or has cancelled is nobody whom a door waits for. */
const LISTED = ["confirmed", "waiting", "offered", "pending"] as const;

export type DoorPerson = {
  id: Id<"registration">;
  name: string;
  organisation: string;
  standing: ListedStanding;
  arrival: Arrival | null;
};

/** Everybody who comes on site, in the order of a door list, for whoever stands there; undefined for others. */
export async function listDoor(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<DoorPerson[] | undefined> {
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "attendance.checkIn", event)) return undefined;
  const expected = and(
    eq(registrations.eventId, eventId),
    eq(registrations.attendance, "onsite"),
    inArray(registrations.status, LISTED),
  );
  const [rows, arrivals] = await Promise.all([
    reader.select(columns).from(registrations).where(expected).orderBy(asc(registrations.name)),
    arrivalsOf(eventId, reader),
  ]);
  return rows.flatMap(({ id, name, organisation, ...row }) => {
    const standing = listedStandings.find((listed) => listed === atDoor(row));
    return standing ? [{ id, name, organisation, standing, arrival: arrivals.get(id) ?? null }] : [];
  });
}

/** How many came without having registered before, for whoever stands at the door; none for others. */
export async function countWalkIns(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<number> {
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "attendance.checkIn", event)) return 0;
  const those = and(eq(checkIns.eventId, eventId), eq(checkIns.via, "walk_in"), countsAsIn);
  return reader.$count(checkIns, those);
}

/** How many came, for the desk of an event on site; undefined for whoever may not let people in. */
export async function countArrivals(
  viewer: Actor,
  event: Pick<EventScope, "id" | "networkId">,
  reader: Reader = db(),
): Promise<number | undefined> {
  const scope = { networkId: event.networkId, eventId: event.id };
  return can(viewer, "attendance.checkIn", scope) ? (await arrivalsOf(event.id, reader)).size : undefined;
}

/** When each of these people was let in at the door, for the desk of an event; of nobody else, and for nobody else. */
export async function doorTimesOf(
  viewer: Actor,
  { eventId, ids }: { eventId: Id<"event">; ids: readonly Id<"registration">[] },
  reader: Reader = db(),
): Promise<DoorTimes> {
  const event = ids.length > 0 ? await eventScope(reader, eventId) : undefined;
  if (!event || !can(viewer, "attendance.checkIn", event)) return new Map();
  const rows = await doorEntries(reader, eventId, ids);
  return new Map(rows.map(({ registrationId, at }) => [registrationId, at]));
}

/** The name that a door calls out, of one registration of this event; undefined for whoever may not let people in. */
export async function doorNameOf(
  viewer: Actor,
  { eventId, registrationId }: { eventId: Id<"event">; registrationId: Id<"registration"> },
  reader: Reader = db(),
): Promise<{ name: string; organisation: string } | undefined> {
  const event = await eventScope(reader, eventId);
  if (!event || !can(viewer, "attendance.checkIn", event)) return undefined;
  const [row] = await reader
    .select({ name: registrations.name, organisation: registrations.organisation })
    .from(registrations)
    .where(and(eq(registrations.id, registrationId), eq(registrations.eventId, eventId)));
  return row;
}
