import { and, eq } from "drizzle-orm";
import { chatMessages } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { hideInput } from "../schema";

/** Takes a message out of everybody's view; the row stays until chat is deleted. */
export const hideMessage = defineCommand({
  name: "hide-message",
  input: hideInput,
  permission: "chat.hide",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, messageId }) => {
    const [hidden] = await tx
      .update(chatMessages)
      .set({ hiddenAt: now })
      .where(and(eq(chatMessages.id, messageId), eq(chatMessages.eventId, eventId)))
      .returning({ roomId: chatMessages.roomId });
    if (!hidden) return fail("not_found", "missing_message");
    await emit({ kind: "chat.hidden", payload: { eventId, roomId: hidden.roomId } });
    return ok({ messageId });
  },
});
