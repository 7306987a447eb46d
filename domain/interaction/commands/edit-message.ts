import { eq } from "drizzle-orm";
import { chatMessages } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { refusedReach } from "../internal/chat-reach";
import { lockMessage, onlyFor } from "../internal/chat-rows";
import { loadInTurn } from "../internal/load";
import { keptFromRewording } from "../rules/chat";
import { editMessageInput } from "../schema/chat";

/** Its author words a message anew, for a quarter of an hour; the others see that it was. */
export const editMessage = defineCommand({
  name: "edit-message",
  input: editMessageInput,
  permission: "chat.post",
  load: loadInTurn,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, messageId, text }, standing) => {
    const { tx, now, emit } = context;
    const { me, rights, session, myRooms } = standing;
    const message = await lockMessage(tx, { eventId, messageId });
    if (!me || message?.admissionId !== me.admission.id) return fail("not_found", "missing_message");
    if (me.noChat) return fail("forbidden", "no_chat");
    if (!rights?.chat) return fail("conflict", session?.frozen ? "frozen" : "not_in_room");
    if (!myRooms.has(message.roomId)) return fail("forbidden", "not_in_room");
    // What could not be written now is not written into an old message either.
    const refused =
      keptFromRewording(message, now) ??
      (await refusedReach(context, standing, { ...message, replyToId: null }));
    if (refused) return fail("conflict", refused);
    if (message.text === text) return ok({ messageId });
    await tx.update(chatMessages).set({ text, editedAt: now }).where(eq(chatMessages.id, messageId));
    const payload = { eventId, roomId: message.roomId, onlyFor: onlyFor(message) };
    await emit({ kind: "chat.changed", payload });
    return ok({ messageId });
  },
});
