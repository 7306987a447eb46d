import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, refTo } from "../columns";
import { formQuestions } from "./forms";
import { ofEvent } from "./programme";
import { answers } from "./registration";

/**
 * Files that people bring to a question. One is nobody's until the form is accepted that it came with: until then only
 * whoever has its id can use it, and it goes within a day. From then on it goes with the answer that names it.
 */
export const uploads = pgTable(
  "uploads",
  {
    id: id("upload"),
    eventId: ofEvent(),
    questionId: refTo("question_id", "question").notNull(),
    registrationId: refTo("registration_id", "registration"),
    /** In the store; see `lib/storage`. */
    fileId: refTo("file_id", "file").notNull(),
    fileName: text("file_name").notNull(),
    fileType: text("file_type").notNull(),
    fileBytes: integer("file_bytes").notNull(),
    /**
     * Keyed hash of who brought it, a person, a registration or an address of the internet, so that nobody takes up the
     * room of all; forgotten a day later.
     */
    source: text("source"),
    /** Whether that is somebody who has shown an address of theirs: strangers share other room. */
    isKnown: boolean("is_known").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    unique("uploads_one_per_file").on(table.fileId),
    foreignKey({
      name: "uploads_of_question",
      columns: [table.questionId, table.eventId],
      foreignColumns: [formQuestions.id, formQuestions.eventId],
    }).onDelete("cascade"),
    // Nothing to look for while it is nobody's; afterwards no file outlives its answer.
    foreignKey({
      name: "uploads_of_answer",
      columns: [table.registrationId, table.questionId],
      foreignColumns: [answers.registrationId, answers.questionId],
    }).onDelete("cascade"),
    index("uploads_by_answer").on(table.registrationId, table.questionId),
    index("uploads_by_event").on(table.eventId),
    index("uploads_unclaimed").on(table.eventId, table.createdAt).where(sql`${table.registrationId} is null`),
    check("uploads_not_empty", sql`${table.fileBytes} > 0`),
  ],
);
