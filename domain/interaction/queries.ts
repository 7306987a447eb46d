import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { chatMessages, hands } from "@/db/schema/interaction";
import { admissions } from "@/db/schema/rooms";
import { type Actor, can } from "@/domain/policy";
import { isProven } from "@/domain/rooms/queries";
import { isUp } from "@/domain/rooms/queries/hands";
import { standingOf } from "@/domain/rooms/queries/standing";
import { keptOut } from "@/domain/rooms/rules";
import { type Id, idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { handStateAt } from "./rules";

const PAGE = 200;

/** One message as browsers get it. */
export const messageColumns = {
  id: chatMessages.id,
  roomId: chatMessages.roomId,
  scope: chatMessages.scope,
  admissionId: chatMessages.admissionId,
  name: admissions.displayName,
  text: chatMessages.text,
  clientKey: chatMessages.clientKey,
  createdAt: chatMessages.createdAt,
};

type Asked = { eventId: Id<"event">; after: string | null };

/**
 * `GET chat`: what was said in the rooms the reader may be in now, oldest first, at most 200. With `after` what
 * came later than that message, else the newest. Messages to the hosts are for hosts and for their author.
 */
export async function listMessages(actor: Actor, { eventId, after }: Asked, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const { me, rooms } = standing;
  const isHost = can(actor, "room.moderate", standing);
  const main = rooms.filter((room) => room.kind === "main").map(({ id }) => id);
  const readable = [...standing.myRooms, ...(isHost ? main : [])];
  if (readable.length === 0) return ok({ messages: [] });
  const roomIds = readable.flatMap((id) => idOf("room").safeParse(id).data ?? []);
  const mine = me ? eq(chatMessages.admissionId, me.admission.id) : undefined;
  const start = after === null ? undefined : await startAfter(db(), eventId, after);
  const found = await db()
    .select(messageColumns)
    .from(chatMessages)
    .innerJoin(admissions, eq(admissions.id, chatMessages.admissionId))
    .where(
      and(
        eq(chatMessages.eventId, eventId),
        inArray(chatMessages.roomId, roomIds),
        isNull(chatMessages.hiddenAt),
        isHost ? undefined : or(eq(chatMessages.scope, "room"), mine),
        start,
      ),
    )
    .orderBy(
      ...(start ? [asc(chatMessages.createdAt), asc(chatMessages.id)] : [desc(chatMessages.createdAt)]),
    )
    .limit(PAGE);
  const ordered = start ? found : found.reverse();
  return ok({
    messages: ordered.map(({ createdAt, ...message }) => ({ ...message, at: createdAt.toISOString() })),
  });
}

/** Everything from a little before that message: two posts may commit in another order than their times. */
async function startAfter(reader: Reader, eventId: Id<"event">, after: string) {
  const id = idOf("message").safeParse(after);
  if (!id.success) return undefined;
  const [known] = await reader
    .select({ at: chatMessages.createdAt })
    .from(chatMessages)
    .where(and(eq(chatMessages.id, id.data), eq(chatMessages.eventId, eventId)));
  return (
    known && gt(chatMessages.createdAt, sql`${known.at.toISOString()}::timestamptz - interval '2 seconds'`)
  );
}

/** `GET hands`: raised hands in the order of the server's time; claims see none. */
export async function listHands(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const { session, myRooms } = standing;
  if (!session || !(isProven(standing) || can(actor, "hand.manage", standing))) return ok({ hands: [] });
  const found = await db()
    .select({ hand: hands, name: admissions.displayName })
    .from(hands)
    .innerJoin(admissions, eq(admissions.id, hands.admissionId))
    .where(and(eq(hands.liveSessionId, session.id), isUp))
    .orderBy(asc(hands.raisedAt), asc(hands.id));
  // A hand that is up in the room of an agenda item is for those who are there, and for hosts.
  const isSeen = (roomId: string | null) =>
    roomId === null || myRooms.has(roomId) || can(actor, "hand.manage", standing);
  return ok({
    hands: found
      .filter(({ hand }) => isSeen(hand.roomId))
      .map(({ hand, name }) => ({
        id: hand.id,
        admissionId: hand.admissionId,
        name,
        state: handStateAt(hand, now),
        raisedAt: hand.raisedAt.toISOString(),
      })),
  });
}
