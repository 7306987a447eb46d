import { boolean, index, integer, jsonb, pgTable, primaryKey, unique } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { ofEvent } from "./programme";

/** What an event asks beside name and address. `domain/forms` says what a definition is, and parses it when read. */
export const formQuestions = pgTable(
  "form_questions",
  {
    id: id("question"),
    eventId: ofEvent(),
    position: integer("position").notNull(),
    /** Grows when answers would be read as something else; each answer names the one it was given to. */
    version: integer("version").notNull().default(1),
    definition: jsonb("definition").notNull(),
    /** Beside the definition, because what is restricted and deleted sooner is chosen by it. */
    sensitive: boolean("sensitive").notNull().default(false),
    /** When it was taken off the form; a question that was answered is never deleted. */
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
  },
  (table) => [
    index("form_questions_by_event").on(table.eventId, table.position),
    // What an answer names: a question of this event.
    unique("form_questions_of_event").on(table.id, table.eventId),
  ],
);

/** Wordings that answers were given to and that the form no longer has. */
export const questionWordings = pgTable(
  "question_wordings",
  {
    questionId: refTo("question_id", "question")
      .notNull()
      .references(() => formQuestions.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    definition: jsonb("definition").notNull(),
  },
  (table) => [primaryKey({ name: "question_wordings_once", columns: [table.questionId, table.version] })],
);
