import type { Transaction } from "@/db/client";
import { type Actor, can } from "@/domain/policy";
import type { loadStanding } from "@/domain/rooms/queries/standing";
import { isHost, isOnStage, seesEverybody } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { findProven, isKeptAway } from "../queries/reachable";
import { closedTo, isReadBy, isReplyInPlace, mayWritePrivately } from "../rules/chat";
import type { ChatScope, ChatSettings } from "../schema/chat";
import { chatSettingsOf, findMessage } from "./chat-rows";

type Standing = NonNullable<Awaited<ReturnType<typeof loadStanding>>>;
type Ground = { tx: Transaction; actor: Actor };
type Addressed = {
  eventId: Id<"event">;
  roomId: Id<"room">;
  scope: ChatScope;
  toAdmissionId: Id<"admission"> | null;
  replyToId: Id<"message"> | null;
};
type ReachRefusal = "chat_closed" | "not_reachable" | "not_answerable";

/** Why a message may not go where it is addressed to; null when it may. */
export async function refusedReach(
  ground: Ground,
  standing: Standing,
  message: Addressed,
): Promise<ReachRefusal | null> {
  const settings = await chatSettingsOf(ground.tx, message.eventId, standing.event.mode);
  const writesAsHost = can(ground.actor, "room.moderate", standing);
  const inTalk = standing.rooms.some(({ id, kind }) => id === message.roomId && kind === "talk");
  const closed = closedTo({ scope: message.scope, isHost: writesAsHost, inTalk, settings });
  if (closed) return closed;
  const reaches = await reachesReader(ground.tx, standing, { message, settings, writesAsHost });
  if (!reaches) return "not_reachable";
  return (await answersInPlace(ground, standing, message)) ? null : "not_answerable";
}

type Private = { message: Addressed; settings: ChatSettings; writesAsHost: boolean };

/**
 * Whether the one a private message is for may be written to: somebody else of this event whom the writer sees there, and of
 * whom neither keeps away from the other. All of that is refused alike, so that nobody learns who blocked them.
 */
async function reachesReader(
  tx: Transaction,
  standing: Standing,
  { message, settings, writesAsHost }: Private,
) {
  const { toAdmissionId, eventId } = message;
  if (!toAdmissionId) return true;
  const { me, event, settings: room } = standing;
  if (!me || toAdmissionId === me.admission.id) return false;
  const reader = await findProven(tx, eventId, toAdmissionId);
  if (!reader) return false;
  const sees =
    isOnStage(reader.role) ||
    writesAsHost ||
    seesEverybody({ role: me.rows.role, mode: event.mode, settings: room });
  const open = mayWritePrivately({
    privately: settings.privately,
    writerIsHost: writesAsHost,
    readerIsHost: isHost(reader.role),
  });
  return sees && open && !(await isKeptAway(tx, eventId, [me.admission.personId, reader.personId]));
}

/** What is answered has to be there, and the writer's to read. */
async function answersInPlace({ tx, actor }: Ground, standing: Standing, message: Addressed) {
  const { replyToId: messageId, eventId } = message;
  if (!messageId) return true;
  const id = standing.me?.admission.id;
  const found = await findMessage(tx, { eventId, messageId });
  if (!found || !id || found.hiddenAt || found.deletedAt) return false;
  const reader = { id, isHost: can(actor, "room.moderate", standing), rooms: standing.myRooms };
  return isReadBy(found, reader) && isReplyInPlace(found, { ...message, admissionId: id });
}
