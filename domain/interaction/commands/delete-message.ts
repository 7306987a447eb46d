import { eq } from "drizzle-orm";
import { chatMessages } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockMessage, onlyFor } from "../internal/chat-rows";
import { loadInTurn } from "../internal/load";
import { messageRef } from "../schema/chat";

/** Its author takes a message back: the words go at once, also in a frozen room and from whoever may not write any more. */
export const deleteMessage = defineCommand({
  name: "delete-message",
  input: messageRef,
  permission: "chat.post",
  load: loadInTurn,
  mayKnow: knowsRoom,
  quiet: true,
  run: async ({ tx, now, emit }, { eventId, messageId }, { me }) => {
    const message = await lockMessage(tx, { eventId, messageId });
    if (!me || message?.admissionId !== me.admission.id) return fail("not_found", "missing_message");
    if (message.deletedAt) return ok({ messageId });
    await tx.update(chatMessages).set({ text: "", deletedAt: now }).where(eq(chatMessages.id, messageId));
    const payload = { eventId, roomId: message.roomId, onlyFor: onlyFor(message) };
    await emit({ kind: "chat.changed", payload });
    return ok({ messageId });
  },
});
