import { and, eq, isNull } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { liveSessions, rooms, roomSettings as settingsRows } from "@/db/schema/rooms";
import type { EventScope } from "@/domain/programme/queries";
import { type Id, newId } from "@/lib/ids";
import { type RoomSettings, roomSettings } from "../schema";
import type { EventRows, RoomRow } from "./place";

export type LiveSession = typeof liveSessions.$inferSelect;
export type Room = typeof rooms.$inferSelect;

/** An opaque LiveKit name that is never used twice. */
export const newLiveKitName = () => newId("room").replace("rom_", "r");

/** The live side of an event, made the first time anybody needs it. Serialised by the row's own unique key. */
export async function ensureSession(tx: Transaction, event: EventScope): Promise<LiveSession> {
  const wasLive = event.status === "live";
  await tx
    .insert(liveSessions)
    .values({
      eventId: event.eventId,
      mode: event.mode,
      opensAt: event.startsAt,
      endsAt: event.endsAt,
      openedAt: wasLive ? event.startsAt : null,
    })
    .onConflictDoNothing();
  const [session] = await tx
    .select()
    .from(liveSessions)
    .where(eq(liveSessions.eventId, event.eventId))
    .for("update");
  if (!session) throw new Error("the live session vanished while it was being locked");
  const [main] = await tx.select({ id: rooms.id }).from(rooms).where(isOpenMain(session.id));
  if (!main) {
    await tx.insert(rooms).values({
      liveSessionId: session.id,
      kind: "main",
      label: event.title.slice(0, 80),
      lkName: newLiveKitName(),
      opensAt: event.startsAt,
    });
  }
  return session;
}

/**
 * The session for somebody who enters. Those who enter share the lock, so that hundreds do not queue; whoever opens a
 * round holds it alone and so sees each of them in its room or hears of them afterwards.
 */
export async function sessionToEnter(
  tx: Transaction,
  { event, session, rooms: open }: { event: EventScope; session: LiveSession | undefined; rooms: Room[] },
): Promise<LiveSession> {
  if (!session || !open.some(({ kind }) => kind === "main")) return ensureSession(tx, event);
  const [found] = await tx.select().from(liveSessions).where(eq(liveSessions.id, session.id)).for("share");
  return found ?? ensureSession(tx, event);
}

const isOpenMain = (sessionId: Id<"liveSession">) =>
  and(eq(rooms.liveSessionId, sessionId), eq(rooms.kind, "main"), isNull(rooms.closedAt));

export const noSettings = roomSettings.parse({});

export type SessionView = { session: LiveSession; settings: RoomSettings; rooms: Room[] };

/** Settings as they are stored; what is missing or unreadable is as in a new event. */
export const settingsIn = (stored: unknown): RoomSettings =>
  roomSettings.catch(noSettings).parse(stored ?? {});

/** Rooms of a session that are not closed. */
export const openRoomsOf = (reader: Reader, sessionId: Id<"liveSession">): Promise<Room[]> =>
  reader
    .select()
    .from(rooms)
    .where(and(eq(rooms.liveSessionId, sessionId), isNull(rooms.closedAt)));

/** The session of an event with its open rooms; undefined until the first person came. */
export async function findSession(reader: Reader, eventId: Id<"event">): Promise<SessionView | undefined> {
  const [found] = await reader
    .select({ session: liveSessions, settings: settingsRows.settings })
    .from(liveSessions)
    .leftJoin(settingsRows, eq(settingsRows.eventId, liveSessions.eventId))
    .where(eq(liveSessions.eventId, eventId));
  if (!found) return undefined;
  const { session, settings } = found;
  return { session, settings: settingsIn(settings), rooms: await openRoomsOf(reader, session.id) };
}

/** What `place` needs of an event: the programme's times, and what the hosts did. */
export function eventRowsOf(
  event: EventScope,
  session: LiveSession | undefined,
  open: readonly RoomRow[],
): EventRows {
  const roomOf = (kind: RoomRow["kind"]) => open.find((room) => room.kind === kind) ?? null;
  return {
    cancelled: event.status === "cancelled",
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    openedAt: session?.openedAt ?? (event.status === "live" ? event.startsAt : null),
    endedAt: session?.endedAt ?? (event.status === "ended" ? event.endsAt : null),
    locked: session?.locked ?? false,
    lobby: session?.lobby ?? false,
    main: roomOf("main"),
    backstage: roomOf("backstage"),
  };
}
