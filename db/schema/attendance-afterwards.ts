import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { instant, refTo } from "../columns";
import { ofEvent } from "./programme";
import { registrations } from "./registration";

/** The address of an event's wall: whoever has it sees numbers and the programme, and nobody's name but a speaker's. */
export const wallAddresses = pgTable("wall_addresses", {
  eventId: ofEvent().primaryKey(),
  token: refTo("token", "wall").notNull().unique("wall_addresses_token"),
});

/** Who was reminded that an event has begun without them: once for each start. */
export const attendanceReminders = pgTable(
  "attendance_reminders",
  {
    registrationId: refTo("registration_id", "registration")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    eventId: ofEvent(),
    startsAt: instant("starts_at").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ name: "attendance_reminders_once", columns: [table.registrationId, table.startsAt] }),
    index("attendance_reminders_by_event").on(table.eventId),
  ],
);

/** What somebody thought of an event, changeable; the office reads sums and words, and never whose they are. */
export const eventFeedback = pgTable(
  "event_feedback",
  {
    registrationId: refTo("registration_id", "registration")
      .primaryKey()
      .references(() => registrations.id, { onDelete: "cascade" }),
    eventId: ofEvent(),
    score: smallint("score").notNull(),
    note: text("note").notNull().default(""),
    givenAt: instant("given_at").notNull(),
  },
  (table) => [
    check("event_feedback_in_five_steps", sql`${table.score} between 1 and 5`),
    index("event_feedback_by_event").on(table.eventId),
  ],
);

/** From how many minutes on an event says in writing that somebody was there; without a row it never does. */
export const certificateRules = pgTable(
  "certificate_rules",
  {
    eventId: ofEvent().primaryKey(),
    isOffered: boolean("is_offered").notNull(),
    minMinutes: integer("min_minutes").notNull(),
  },
  (table) => [check("certificate_rules_of_minutes", sql`${table.minMinutes} between 1 and 6000`)],
);
