import { and, eq, getTableColumns } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader, Transaction } from "@/db/client";
import { chatMessages, chatSettings } from "@/db/schema/interaction";
import type { RoomMode } from "@/domain/rooms/schema";
import type { Id } from "@/lib/ids";
import { usualChat } from "../rules/chat";
import type { ChatSettings } from "../schema/chat";

type Named = { eventId: Id<"event">; messageId: Id<"message"> };
const answered = alias(chatMessages, "answered");

/** How an event takes messages now. */
export async function chatSettingsOf(
  reader: Reader,
  eventId: Id<"event">,
  mode: RoomMode,
): Promise<ChatSettings> {
  const { writeTo, privately } = chatSettings;
  const [stored] = await reader
    .select({ writeTo, privately })
    .from(chatSettings)
    .where(eq(chatSettings.eventId, eventId));
  return stored ?? usualChat(mode);
}

/** One message of the event, with the author of what it answers. */
export async function findMessage(reader: Reader, { eventId, messageId }: Named) {
  const [found] = await reader
    .select({ ...getTableColumns(chatMessages), answersId: answered.admissionId })
    .from(chatMessages)
    .leftJoin(answered, eq(answered.id, chatMessages.replyToId))
    .where(and(eq(chatMessages.id, messageId), eq(chatMessages.eventId, eventId)));
  return found;
}

/** The same message, held until this transaction ends: who hides it and who words it anew take turns. */
export async function lockMessage(tx: Transaction, { eventId, messageId }: Named) {
  const [found] = await tx
    .select()
    .from(chatMessages)
    .where(and(eq(chatMessages.id, messageId), eq(chatMessages.eventId, eventId)))
    .for("update");
  return found;
}

type Told = Pick<typeof chatMessages.$inferSelect, "scope" | "admissionId" | "toAdmissionId">;

/** The two of a private message, whom alone it is told to; nobody for one that all hear of. */
export const onlyFor = ({ scope, admissionId, toAdmissionId }: Told): Id<"admission">[] =>
  scope === "private" && toAdmissionId ? [admissionId, toAdmissionId] : [];
