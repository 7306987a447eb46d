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

const isOpenMain = (sessionId: Id<"liveSession">) =>
  and(eq(rooms.liveSessionId, sessionId), eq(rooms.kind, "main"), isNull(rooms.closedAt));

export const noSettings = roomSettings.parse({});

export type SessionView = { session: LiveSession; settings: RoomSettings; rooms: Room[] };

/** The session of an event with its open rooms; undefined until the first person came. */
export async function findSession(reader: Reader, eventId: Id<"event">): Promise<SessionView | undefined> {
  const [session] = await reader.select().from(liveSessions).where(eq(liveSessions.eventId, eventId));
  if (!session) return undefined;
  const open = and(eq(rooms.liveSessionId, session.id), isNull(rooms.closedAt));
  const [stored] = await reader.select().from(settingsRows).where(eq(settingsRows.eventId, eventId));
  const settings = roomSettings.catch(noSettings).parse(stored?.settings ?? {});
  return { session, settings, rooms: await reader.select().from(rooms).where(open) };
}

/** What `place` needs of an event: the programme's times, and what the hosts did. */
export function eventRowsOf(
  event: EventScope,
  session: LiveSession | undefined,
  main: RoomRow | null,
): EventRows {
  return {
    cancelled: event.status === "cancelled",
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    openedAt: session?.openedAt ?? (event.status === "live" ? event.startsAt : null),
    endedAt: session?.endedAt ?? (event.status === "ended" ? event.endsAt : null),
    locked: session?.locked ?? false,
    main,
  };
}
