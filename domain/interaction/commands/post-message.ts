import { and, desc, eq } from "drizzle-orm";
import { chatMessages } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { knowsRoom } from "@/domain/rooms/rules";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { loadInTurn } from "../internal/load";
import { CHAT_LIMITS, isFlood } from "../rules";
import { messageInput } from "../schema";

/**
 * Says something in a room the person may be in now. The same client key stores one message, however often the
 * browser tries. Frozen rooms, no-chat sanctions and floods are refused, and so is everybody unproven.
 */
export const postMessage = defineCommand({
  name: "post-message",
  input: messageInput,
  permission: "chat.post",
  load: loadInTurn,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId, clientKey, ...values }, { me, myRooms, rights, session }) => {
    if (!me) return fail("conflict", "not_joined");
    const { id: admissionId, displayName: name, role } = me.admission;
    if (!myRooms.has(values.roomId)) return fail("forbidden", "not_in_room");
    if (me.noChat) return fail("forbidden", "no_chat");
    if (!rights?.chat) return fail("conflict", session?.frozen ? "frozen" : "not_in_room");
    const { tx, now, emit } = context;
    const mine = and(eq(chatMessages.admissionId, admissionId), eq(chatMessages.clientKey, clientKey));
    const [known] = await tx.select().from(chatMessages).where(mine);
    if (!known && isFlood(await agesOf(context, admissionId))) return fail("conflict", "too_fast");
    const [stored] = known
      ? [known]
      : await tx
          .insert(chatMessages)
          .values({ ...values, eventId, admissionId, clientKey, createdAt: now })
          .returning();
    if (!stored) throw new Error("a message was not stored");
    if (!known) await emit({ kind: "chat.posted", payload: { eventId, roomId: values.roomId } });
    const { id, roomId, scope, text, createdAt } = stored;
    return ok({ id, roomId, scope, admissionId, name, role, text, clientKey, at: createdAt.toISOString() });
  },
});

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
