import { and, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { rooms as roomRows } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { type Id, idOf } from "@/lib/ids";
import { inBatches } from "@/lib/in-batches";
import { inLanes } from "@/lib/in-lanes";
import { type Connection, LiveKitUnavailable, roomService } from "@/lib/livekit/room-service";
import { logger } from "@/lib/logger";
import { ok } from "@/lib/result";
import { now as clockNow } from "@/lib/time/clock";
import type { Person } from "../internal/admissions";
import { RECONCILER, withAdvisoryLock } from "../internal/advisory-lock";
import { asidesOfEvent, judgeBeside } from "../internal/asides";
import { listOpenEvents, listUnapplied, loadOpenSession, type OpenSession } from "../internal/open-sessions";
import { isSpent, isWanted } from "../internal/room-times";
import type { Room } from "../internal/session";
import { forgetLingering, hasLingered, isInPlace, judge, mayWatch, type Seen } from "../internal/sight";
import type { Arrival } from "../internal/stays";
import { acceptedHandsOf } from "../queries";
import { findPeopleNow } from "../queries/roles";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { admissionOf, asideIn } from "../rules/asides";
import { monitorIn } from "../rules/monitor";
import { applyWebhooks } from "./apply-webhooks";
import { endAllHostless } from "./end-hostless";
import { endListening } from "./end-listening";
import { noteReturns } from "./note-returns";
import { recordPresence } from "./record-presence";
import { tellTimes } from "./tell-times";

const actor = { type: "system", job: "reconcile-rooms" } as const;
const PRESENCE_EVERY_MS = 60_000;

/** Marks rooms as closed whose time is over; their names are never used again. */
export const closeRooms = defineCommand({
  name: "close-rooms",
  input: z.object({ eventId: idOf("event"), roomIds: z.array(idOf("room")).min(1) }),
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, roomIds }) => {
    const open = and(inArray(roomRows.id, roomIds), isNull(roomRows.closedAt));
    await tx.update(roomRows).set({ closedAt: now }).where(open);
    await emit({ kind: "presence.changed", payload: { eventId } });
    return ok({ closed: roomIds.length });
  },
});

type Found = Parameters<typeof judge>[0];
/** `banned`: who was put out though they were banned already, or are since a moment. */
export type Report = { created: number; removed: number; updated: number; closed: number; banned: Found[] };
const nothingDone = (): Report => ({ created: 0, removed: 0, updated: 0, closed: 0, banned: [] });
type Listed = { room: Room; connections: Connection[] };

/** Re-creates what a LiveKit restart lost, and deletes what is over. Gives back the rooms that exist there. */
async function matchRooms(session: OpenSession, now: Date, report: Report): Promise<Room[]> {
  const { view, eventRows, roundOf, eventId } = session;
  const timed = (room: Room) => ({ room, round: roundOf(room), event: eventRows, now });
  const spent = view.rooms.filter((room) => isSpent(timed(room)));
  for (const room of spent) await roomService.deleteRoom(room.lkName);
  if (spent.length > 0) {
    await closeRooms({ actor, input: { eventId, roomIds: spent.map(({ id }) => id) }, now });
    report.closed += spent.length;
  }
  const rest = view.rooms.filter((room) => !spent.includes(room));
  const existing = new Set(await roomService.listRooms(rest.map(({ lkName }) => lkName)));
  const lost = rest.filter((room) => !existing.has(room.lkName) && isWanted(timed(room)));
  await inLanes(lost, ({ lkName }) => roomService.ensureRoom(lkName));
  report.created += lost.length;
  return rest.filter((room) => existing.has(room.lkName));
}

/** The people behind the identities LiveKit reports, unless nothing lets them into this event any more. */
async function peopleBehind(
  { event }: OpenSession,
  listed: Listed[],
  now: Date,
): Promise<Map<string, Person>> {
  const identities = new Set(
    listed.flatMap(({ connections }) => connections.map(({ identity }) => identity)),
  );
  const ids = [...identities].flatMap((identity) => admissionOf(identity) ?? monitorIn(identity) ?? []);
  const people = await findPeopleNow(db(), event, { ids, now });
  return new Map(people.map((person) => [person.admission.id, person]));
}

/** Makes one event's LiveKit rooms equal to the rows: who is in them, and what they may do. */
async function matchEvent(eventId: Id<"event">, now: Date, report: Report): Promise<Seen[] | undefined> {
  const session = await loadOpenSession(db(), eventId);
  if (!session) return undefined;
  const rooms = await matchRooms(session, now, report);
  const listed = await inLanes(rooms, async (room) => ({
    room,
    connections: await roomService.listParticipants(room.lkName),
  }));
  const seen = await settleConnections(session, { listed, isWhole: true, now }, report);
  await renewNames(eventId, report, now);
  await notePresence({ eventId, rooms, seen }, now);
  return seen;
}

/** `isWhole`: these are all connections of the rooms, not only those who have just come. */
type Settling = { listed: Listed[]; isWhole: boolean; now: Date };
type People = ReadonlyMap<string, Person>;

/** Puts out who may not be where they are, corrects rights, and says who is rightly there. */
async function settleConnections(session: OpenSession, settling: Settling, report: Report): Promise<Seen[]> {
  const { listed, now } = settling;
  const people = await peopleBehind(session, listed, now);
  const accepted = await acceptedHandsOf(db(), session.view.session.id);
  await settleBeside(session, { ...settling, people }, report);
  await settleMonitors(session, { ...settling, people }, report);
  const seen: Seen[] = [];
  for (const { room, connections } of listed) {
    for (const connection of connections.filter(isOwn)) {
      const person = people.get(connection.identity);
      const sight = { ...session, connection, room, person, accepted, now };
      const isGone = await settleConnection(sight, report);
      if (isGone || !person || connection.joinedAtMs === 0) continue;
      const joinedAt = new Date(connection.joinedAtMs);
      seen.push({ sid: connection.sid, admissionId: person.admission.id, roomId: room.id, joinedAt });
    }
  }
  return seen;
}

/** Somebody's first connection: not an ear, a voice, or a look at the stage beside it. */
const isOwn = ({ identity }: Connection) => !(asideIn(identity) || monitorIn(identity));

/** Puts out whoever looks at the stage and is not behind it any more. */
async function settleMonitors(
  session: OpenSession,
  { listed, people, now }: Settling & { people: People },
  report: Report,
): Promise<void> {
  for (const { room, connections } of listed) {
    for (const { identity } of connections) {
      const watching = monitorIn(identity);
      if (!watching || mayWatch({ ...session, room, person: people.get(watching), now })) continue;
      await roomService.removeParticipant(room.lkName, identity);
      report.removed += 1;
    }
  }
}

/** Puts out hosts' second ears and voices whose time is over; their rows are read only where LiveKit reports one. */
async function settleBeside(
  { eventId }: OpenSession,
  { listed, isWhole, people, now }: Settling & { people: People },
  report: Report,
): Promise<void> {
  const found = listed.flatMap(({ room, connections }) => {
    const identities = connections.map(({ identity }) => identity);
    const connected = isWhole ? identities : undefined;
    return identities.flatMap((identity) => {
      const own = asideIn(identity);
      return own ? [{ own, identity, room, connected, person: people.get(own.admissionId) }] : [];
    });
  });
  const beside = found.length > 0 ? await asidesOfEvent(db(), eventId, now) : [];
  const over = new Set<Id<"admission">>();
  for (const { identity, ...one } of found) {
    const verdict = await judgeBeside({ ...one, beside, now });
    if (verdict === "stays") continue;
    if (verdict === "over") over.add(one.own.admissionId);
    await roomService.removeParticipant(one.room.lkName, identity);
    report.removed += 1;
  }
  if (over.size > 0) await endListening({ actor, input: { eventId, admissionIds: [...over] }, now });
}

/** Who comes back again and again by old tokens loses the room: it goes on under a name that none of them knows. */
async function renewNames(eventId: Id<"event">, report: Report, now: Date): Promise<void> {
  const found = Map.groupBy(report.banned.splice(0), ({ room }) => room);
  for (const [room, sights] of found) {
    const people = sights.flatMap(({ person, connection: { joinedAtMs } }) =>
      // Whose media is not up yet has just come.
      person ? [{ admissionId: person.admission.id, joinedAt: joinedAtMs ? new Date(joinedAtMs) : now }] : [],
    );
    const input = { eventId, roomId: room.id, found: people };
    const noted = await noteReturns({ actor, input, now });
    if (!noted.ok || noted.value.lkName === null) continue;
    await roomService.ensureRoom(noted.value.lkName);
    await roomService.deleteRoom(room.lkName);
    report.closed += 1;
  }
}

/** True when the connection was put out. */
async function settleConnection(sight: Parameters<typeof judge>[0], report: Report): Promise<boolean> {
  const { connection, room, now } = sight;
  const verdict = judge(sight);
  if (verdict.what !== "linger") isInPlace(connection.sid);
  const isDue = verdict.what === "linger" && hasLingered(connection.sid, now, verdict.forMs);
  if (verdict.what === "remove" || isDue) {
    await roomService.removeParticipant(room.lkName, connection.identity);
    report.removed += 1;
    if (verdict.what === "remove" && verdict.isBanned) report.banned.push(sight);
    return true;
  }
  if (verdict.what === "update") {
    const { rights, name } = verdict;
    await roomService.updatePermissions(room.lkName, connection.identity, { ...rights, name });
    report.updated += 1;
  }
  return false;
}

const notedAt = new Map<string, number>();

async function notePresence(
  { eventId, rooms, seen }: { eventId: Id<"event">; rooms: Room[]; seen: Seen[] },
  now: Date,
): Promise<void> {
  if (now.getTime() - (notedAt.get(eventId) ?? 0) < PRESENCE_EVERY_MS) return;
  notedAt.set(eventId, now.getTime());
  await recordPresence({ actor, input: { eventId, rooms: rooms.map(({ id }) => id), seen }, now });
}

let toldUntil: Date | undefined;

/**
 * Every five seconds: re-creates lost rooms, closes spent ones, puts out whoever has no right to be where they are
 * and keeps permissions as the rows say. Undefined when another process is at it. Never throws for a LiveKit that
 * is away: the rows wait, and the next run catches up.
 */
export async function reconcileRooms({ now = clockNow() }: { now?: Date } = {}): Promise<Report | undefined> {
  const report = nothingDone();
  return withAdvisoryLock(RECONCILER, async () => {
    const from = toldUntil ?? new Date(now.getTime() - 5_000);
    toldUntil = now;
    forgetLingering(now);
    const receiptIds = await listUnapplied(db(), now);
    if (receiptIds.length > 0) await applyWebhooks({ actor, input: { receiptIds }, now });
    for (const eventId of await listOpenEvents(db())) {
      await tellTimes({ actor, input: { eventId, from, to: now }, now });
      await unlessAway(() => matchEvent(eventId, now, report));
    }
    await endAllHostless(now);
    return report;
  });
}

async function unlessAway(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LiveKitUnavailable)) throw error;
    logger.warn({ error }, "livekit-server is away");
  }
}

/** The same for one event, at once: after moderation, changes of roles and accepted hands. */
export async function enforceEvent(eventId: Id<"event">, now: Date = clockNow()): Promise<Report> {
  const report = nothingDone();
  await unlessAway(() => matchEvent(eventId, now, report));
  return report;
}

/**
 * The same for those who have just come in, as livekit-server itself tells it: no list is asked for, so that a crowd
 * costs what its own people cost and not the square of it.
 */
export async function enforceArrivals(arrivals: readonly Arrival[], now: Date = clockNow()): Promise<Report> {
  const report = nothingDone();
  for (const [eventId, arrived] of Map.groupBy(arrivals, (one) => one.eventId)) {
    const session = await loadOpenSession(db(), eventId);
    if (!session) continue;
    const listed = session.view.rooms.map((room) => ({ room, connections: connectionsIn(room, arrived) }));
    await unlessAway(async () => {
      await settleConnections(session, { listed, isWhole: false, now }, report);
      await renewNames(eventId, report, now);
    });
  }
  return report;
}

/** Webhooks of older versions do not say what a connection may do: those wait for the next reconciliation. */
const connectionsIn = ({ lkName }: Room, arrived: readonly Arrival[]): Connection[] =>
  arrived.flatMap((one) => {
    const { rights, ...connection } = one.participant;
    return one.lkName === lkName && rights ? [{ ...connection, rights, tracks: [] }] : [];
  });

const enforceAll = inBatches<Id<"event">>(async (eventIds) => {
  await Promise.all([...new Set(eventIds)].map((eventId) => enforceEvent(eventId)));
});

/** Starts `enforceEvent` without waiting for it, once for all who ask meanwhile; what fails the next run does. */
export function enforceSoon(eventId: Id<"event">): void {
  enforceAll(eventId).catch((error: unknown) => logger.warn({ error }, "rooms not enforced at once"));
}
