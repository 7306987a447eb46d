import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { webhookReceipts } from "@/db/schema/kernel";
import { liveSessions, rooms, rounds } from "@/db/schema/rooms";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import type { EventRows } from "./place";
import type { Round } from "./round-rooms";
import { eventRowsOf, findSession, type Room, type SessionView } from "./session";

/** Everything the reconciler needs of one event. */
export type OpenSession = {
  eventId: Id<"event">;
  event: EventScope;
  eventRows: EventRows;
  view: SessionView;
  roundOf: (room: Room) => Round | undefined;
};

/** Events that still have an open room. */
export async function listOpenEvents(reader: Reader): Promise<Id<"event">[]> {
  const found = await reader
    .selectDistinct({ eventId: liveSessions.eventId })
    .from(liveSessions)
    .innerJoin(rooms, eq(rooms.liveSessionId, liveSessions.id))
    .where(isNull(rooms.closedAt));
  return found.map(({ eventId }) => eventId);
}

/** Events on air that are to end by themselves once their hosts are gone. */
export async function listHostless(reader: Reader): Promise<Id<"event">[]> {
  const found = await reader
    .select({ eventId: liveSessions.eventId })
    .from(liveSessions)
    .where(
      and(
        isNotNull(liveSessions.hostlessMinutes),
        isNotNull(liveSessions.openedAt),
        isNull(liveSessions.endedAt),
      ),
    );
  return found.map(({ eventId }) => eventId);
}

const LEFT_BEHIND_MS = 5_000;

/** Webhooks that were stored and not applied, because the process that took them died. */
export async function listUnapplied(reader: Reader, now: Date): Promise<string[]> {
  const found = await reader
    .select({ id: webhookReceipts.id })
    .from(webhookReceipts)
    .where(
      and(
        isNull(webhookReceipts.appliedAt),
        eq(webhookReceipts.source, "livekit"),
        lt(webhookReceipts.receivedAt, new Date(now.getTime() - LEFT_BEHIND_MS)),
      ),
    )
    .limit(200);
  return found.map(({ id }) => id);
}

export async function loadOpenSession(
  reader: Reader,
  eventId: Id<"event">,
): Promise<OpenSession | undefined> {
  const event = await eventScope(reader, eventId);
  const view = event && (await findSession(reader, eventId));
  if (!view) return undefined;
  const ids = view.rooms.flatMap(({ roundId }) => (roundId ? [roundId] : []));
  const found = ids.length === 0 ? [] : await reader.select().from(rounds).where(inArray(rounds.id, ids));
  const eventRows = eventRowsOf(event, view.session, view.rooms);
  return { eventId, event, eventRows, view, roundOf: (room) => found.find(({ id }) => id === room.roundId) };
}
