import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { events } from "./programme";

/** Every mail that Plenum owes somebody. The dedupe key makes a redelivered fact harmless. */
export const mails = pgTable(
  "mails",
  {
    id: id("mail"),
    dedupeKey: text("dedupe_key").notNull().unique("mails_once_per_transition"),
    kind: text("kind").notNull(),
    /** Id of what it is about, such as a registration or a talk: asked again before sending. */
    subjectId: text("subject_id").notNull().default(""),
    toEmail: text("to_email").notNull(),
    toName: text("to_name").notNull().default(""),
    locale: text("locale", { enum: ["de", "en"] }).notNull(),
    eventId: refTo("event_id", "event").references(() => events.id, { onDelete: "set null" }),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    /** Calendar file, and its METHOD; null for mails without one. */
    ics: text("ics"),
    icsMethod: text("ics_method", { enum: ["REQUEST", "CANCEL", "PUBLISH"] }),
    state: text("state", { enum: ["queued", "sent", "failed", "dropped"] })
      .notNull()
      .default("queued"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** When a mail that anybody can cause may go out, if its address had its fill; null for one that need not wait. */
    heldUntil: instant("held_until"),
    /** Whether it took a place in the hour of its address, as things stood when it was queued. */
    counted: boolean("counted").notNull().default(false),
    lastError: text("last_error"),
    sentAt: instant("sent_at"),
    createdAt: createdAt(),
  },
  (table) => [index("mails_to").on(table.toEmail), index("mails_due").on(table.state, table.nextAttemptAt)],
);
