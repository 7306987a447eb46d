import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, refTo } from "../columns";
import { ofEvent } from "./programme";
import { admissions } from "./rooms";

/**
 * Who writes down what is spoken in an event, and in which language; several take turns. What they write passes by and is
 * in no table.
 */
export const captionWriters = pgTable(
  "caption_writers",
  {
    eventId: ofEvent(),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    language: text("language", { enum: ["de", "en"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.admissionId] }),
    // Whoever deletes admissions asks for each of them.
    index("caption_writers_by_admission").on(table.admissionId),
  ],
);
