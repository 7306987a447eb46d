import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { ofEvent } from "./programme";
import { admissions, liveSessions, rooms } from "./rooms";

export const chatMessages = pgTable(
  "chat_messages",
  {
    id: id("message"),
    eventId: ofEvent(),
    /** The room it was said in; its kind decides who reads it. */
    roomId: refTo("room_id", "room")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    scope: text("scope", { enum: ["room", "hosts"] }).notNull(),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    text: text("text").notNull(),
    /** Made by the browser: a retry after a lost answer stores the message once. */
    clientKey: text("client_key").notNull(),
    hiddenAt: instant("hidden_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("chat_messages_once").on(table.admissionId, table.clientKey),
    index("chat_messages_by_room").on(table.roomId, table.createdAt),
    index("chat_messages_by_event").on(table.eventId),
  ],
);

export const hands = pgTable(
  "hands",
  {
    id: id("hand"),
    liveSessionId: refTo("live_session_id", "liveSession")
      .notNull()
      .references(() => liveSessions.id, { onDelete: "cascade" }),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    /** An agenda item's own room in which it was raised, and where alone it counts; null for the plenary. */
    roomId: refTo("room_id", "room").references(() => rooms.id, { onDelete: "cascade" }),
    state: text("state", { enum: ["raised", "invited", "speaking", "lowered"] }).notNull(),
    raisedAt: instant("raised_at").notNull(),
    invitedAt: instant("invited_at"),
    loweredAt: instant("lowered_at"),
  },
  (table) => [
    uniqueIndex("hands_one_up")
      .on(table.liveSessionId, table.admissionId)
      .where(sql`${table.state} <> 'lowered'`),
    // Whoever deletes admissions asks for each of them.
    index("hands_by_admission").on(table.admissionId),
  ],
);
