import type { RoomMode } from "@/domain/rooms/schema";
import type { ChatReach, ChatScope, ChatSettings } from "../schema/chat";

/** So long its author may word a message anew; others have answered it by then. */
export const EDIT_MS = 15 * 60_000;
/** An author who keeps rewording makes every browser in the room read again. */
export const EDIT_PAUSE_MS = 2_000;

/**
 * How an event takes messages as long as nobody says otherwise: before an audience nobody writes to anybody alone, because
 * people there do not see who else has come; at a round table they do.
 */
export const usualChat = (mode: RoomMode): ChatSettings => ({
  writeTo: "everybody",
  privately: mode === "roundtable" ? "everybody" : "nobody",
});

type Writing = { scope: ChatScope; isHost: boolean; inTalk: boolean; settings: ChatSettings };

/** Why somebody may not write to a room or to the hosts; a talk belongs to its people, whatever the event says. */
export function closedTo({ scope, isHost, inTalk, settings: { writeTo } }: Writing): "chat_closed" | null {
  if (isHost || inTalk || scope === "private" || writeTo === "everybody") return null;
  return writeTo === "hosts" && scope === "hosts" ? null : "chat_closed";
}

type Pair = { privately: ChatReach; writerIsHost: boolean; readerIsHost: boolean };

/** Whether two people may write to each other alone. With `hosts`, one of them has to be one. */
export const mayWritePrivately = ({ privately, writerIsHost, readerIsHost }: Pair): boolean =>
  privately === "everybody" || (privately === "hosts" && (writerIsHost || readerIsHost));

type Message = {
  scope: ChatScope;
  roomId: string;
  admissionId: string;
  toAdmissionId: string | null;
};
type Reader = { id: string | undefined; isHost: boolean; rooms: ReadonlySet<string> };
/** The author of what a message answers reads the answer, also where it went to the hosts. */
type Answering = { answersId: string | null };

/** Who reads a message. The query of the list asks the same in SQL. */
export function isReadBy(message: Message & Answering, { id, isHost, rooms }: Reader): boolean {
  const isParty = id !== undefined && [message.admissionId, message.toAdmissionId].includes(id);
  if (message.scope === "private") return isParty;
  if (message.scope === "hosts") return isHost || isParty || (id !== undefined && message.answersId === id);
  return rooms.has(message.roomId);
}

/** An answer stays in the conversation of what it answers, or goes to whoever wrote that alone. */
export function isReplyInPlace(answered: Message, reply: Message): boolean {
  if (reply.scope === "private")
    return [answered.admissionId, answered.toAdmissionId].includes(reply.toAdmissionId);
  return reply.scope === answered.scope && (reply.scope === "hosts" || reply.roomId === answered.roomId);
}

type Written = { createdAt: Date; editedAt: Date | null; deletedAt: Date | null; hiddenAt: Date | null };

/** Why a message can't be worded anew any more; null when it can. */
export function keptFromRewording(
  { createdAt, editedAt, deletedAt, hiddenAt }: Written,
  now: Date,
): "gone" | "too_old" | "too_fast" | null {
  if (deletedAt || hiddenAt) return "gone";
  if (now.getTime() - createdAt.getTime() > EDIT_MS) return "too_old";
  return editedAt && now.getTime() - editedAt.getTime() < EDIT_PAUSE_MS ? "too_fast" : null;
}
