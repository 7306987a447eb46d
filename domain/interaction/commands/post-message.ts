import { and, desc, eq } from "drizzle-orm";
import { chatMessages } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { knowsRoom } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { refusedReach } from "../internal/chat-reach";
import { onlyFor } from "../internal/chat-rows";
import { loadInTurn } from "../internal/load";
import { CHAT_LIMITS, isFlood } from "../rules";
import { messageInput } from "../schema/chat";

/**
 * Says something in a room the person may be in now, to the event's hosts, or to one person there. The same client key
 * stores one message, however often the browser tries. Frozen rooms, no-chat sanctions and floods are refused, and so is
 * everybody unproven.
 */
export const postMessage = defineCommand({
  name: "post-message",
  input: messageInput,
  permission: "chat.post",
  load: loadInTurn,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, clientKey, ...values }, standing) => {
    const { me, myRooms, rights, session } = standing;
    if (!me) return fail("conflict", "not_joined");
    if (!myRooms.has(values.roomId)) return fail("forbidden", "not_in_room");
    if (me.noChat) return fail("forbidden", "no_chat");
    if (!rights?.chat) return fail("conflict", session?.frozen ? "frozen" : "not_in_room");
    const admissionId = me.admission.id;
    const known = await storedAs(context, admissionId, clientKey);
    if (known) return ok(known);
    if (isFlood(await agesOf(context, admissionId))) return fail("conflict", "too_fast");
    const refusal = await refusedReach(context, standing, { eventId, ...values });
    if (refusal) return fail("conflict", refusal);
    const [stored] = await context.tx
      .insert(chatMessages)
      .values({ ...values, eventId, admissionId, clientKey, createdAt: context.now })
      .returning();
    if (!stored) throw new Error("a message was not stored");
    const payload = { eventId, roomId: values.roomId, onlyFor: onlyFor(stored) };
    await context.emit({ kind: "chat.posted", payload });
    return ok({ id: stored.id, at: stored.createdAt.toISOString() });
  },
});

/** The message that came with this key before. */
async function storedAs({ tx }: Context, admissionId: Id<"admission">, clientKey: string) {
  const [known] = await tx
    .select({ id: chatMessages.id, at: chatMessages.createdAt })
    .from(chatMessages)
    .where(and(eq(chatMessages.admissionId, admissionId), eq(chatMessages.clientKey, clientKey)));
  return known && { id: known.id, at: known.at.toISOString() };
}

/** How long ago the person posted the last messages, in milliseconds. */
async function agesOf({ tx, now }: Context, admissionId: Id<"admission">): Promise<number[]> {
  const last = await tx
    .select({ at: chatMessages.createdAt })
    .from(chatMessages)
    .where(eq(chatMessages.admissionId, admissionId))
    .orderBy(desc(chatMessages.createdAt))
    .limit(CHAT_LIMITS.minute);
  return last.map(({ at }) => now.getTime() - at.getTime());
}
