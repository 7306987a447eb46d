import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
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
    scope: text("scope", { enum: ["room", "hosts", "private"] }).notNull(),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    /** The one who reads a private message, besides its author. */
    toAdmissionId: refTo("to_admission_id", "admission").references(() => admissions.id, {
      onDelete: "cascade",
    }),
    /** The message it answers; what is quoted of that is read anew each time. */
    replyToId: refTo("reply_to_id", "message").references((): AnyPgColumn => chatMessages.id, {
      onDelete: "set null",
    }),
    /** People are mentioned by their ids, as `mentionOf` writes them: names stay where they can be erased. */
    text: text("text").notNull(),
    /** Made by the browser: a retry after a lost answer stores the message once. */
    clientKey: text("client_key").notNull(),
    hiddenAt: instant("hidden_at"),
    editedAt: instant("edited_at"),
    /** Its author took it back: the others see that something stood there. */
    deletedAt: instant("deleted_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      "chat_messages_private_have_a_reader",
      sql`(${table.scope} = 'private') = (${table.toAdmissionId} is not null)`,
    ),
    check("chat_messages_not_to_oneself", sql`${table.toAdmissionId} <> ${table.admissionId}`),
    check("chat_messages_deleted_are_empty", sql`${table.deletedAt} is null or ${table.text} = ''`),
    check("chat_messages_answer_another", sql`${table.replyToId} <> ${table.id}`),
    uniqueIndex("chat_messages_once").on(table.admissionId, table.clientKey),
    index("chat_messages_by_room").on(table.roomId, table.createdAt),
    index("chat_messages_by_event").on(table.eventId),
    // Whoever deletes messages or admissions asks for each of them.
    index("chat_messages_by_reader").on(table.toAdmissionId),
    index("chat_messages_by_answered").on(table.replyToId),
  ],
);

/** Who may write to whom in an event; one without a row does it as its mode says. */
export const chatSettings = pgTable("chat_settings", {
  eventId: ofEvent().primaryKey(),
  /** Whom those who are no hosts may write to in rooms. */
  writeTo: text("write_to", { enum: ["everybody", "hosts", "nobody"] }).notNull(),
  /** Whom people may write to alone. */
  privately: text("privately", { enum: ["everybody", "hosts", "nobody"] }).notNull(),
});

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
