import { eq } from "drizzle-orm";
import { chatMessages } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { lockMessage, onlyFor } from "../internal/chat-rows";
import { messageRef } from "../schema/chat";

/** Takes a message out of everybody's view; the row stays until chat is deleted. Private ones are not the hosts' to judge. */
export const hideMessage = defineCommand({
  name: "hide-message",
  input: messageRef,
  permission: "chat.hide",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, messageId }, { me }) => {
    const message = await lockMessage(tx, { eventId, messageId });
    const isForeign = message?.scope === "private" && message.toAdmissionId !== me?.admission.id;
    if (!message || isForeign) return fail("not_found", "missing_message");
    await tx.update(chatMessages).set({ hiddenAt: now }).where(eq(chatMessages.id, messageId));
    const payload = { eventId, roomId: message.roomId, onlyFor: onlyFor(message) };
    await emit({ kind: "chat.hidden", payload });
    return ok({ messageId });
  },
});
