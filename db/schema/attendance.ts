import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, refTo } from "../columns";
import { people } from "./people";
import { ofEvent } from "./programme";
import { registrations } from "./registration";
import { admissions } from "./rooms";

/** Seconds present, written once the event has ended; until then attendance is computed from participations. */
export const attendanceRecords = pgTable(
  "attendance_records",
  {
    eventId: ofEvent(),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    seconds: integer("seconds").notNull(),
    closedAt: instant("closed_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "attendance_records_once", columns: [table.eventId, table.admissionId] }),
    // Whoever deletes admissions asks for each of them.
    index("attendance_records_by_admission").on(table.admissionId),
  ],
);

/** What is kept of the attendance of an event once the names are gone; no people where no minutes were kept. */
export const attendanceTotals = pgTable("attendance_totals", {
  eventId: ofEvent().primaryKey(),
  people: integer("people").notNull(),
  /** How many were let in on site; whoever also entered a room is among both. */
  checkedIn: integer("checked_in").notNull().default(0),
  seconds: integer("seconds").notNull(),
  /** How many were in the rooms at once when they were most. */
  peak: integer("peak").notNull().default(0),
  closedAt: instant("closed_at").notNull(),
});

/**
 * Who was let in on site: one row for each registration, however often and by however many doors it is scanned. Who
 * entered the room online has none: that is read from their stays.
 */
export const checkIns = pgTable(
  "check_ins",
  {
    registrationId: refTo("registration_id", "registration")
      .primaryKey()
      .references(() => registrations.id, { onDelete: "cascade" }),
    eventId: ofEvent(),
    /** When it was scanned, which may be before it was heard of: doors go on without a connection. */
    at: instant("at").notNull(),
    via: text("via", { enum: ["code", "list", "walk_in"] }).notNull(),
    /** Who stood at the door. */
    byPersonId: refTo("by_person_id", "person").references(() => people.id, { onDelete: "set null" }),
    /** The `renewals` of the registration then: once it began anew, nobody has come yet. */
    renewals: integer("renewals").notNull().default(0),
    /** When somebody took it back; null while it counts. A scan from before that changes nothing any more. */
    undoneAt: instant("undone_at"),
  },
  (table) => [
    index("check_ins_by_event").on(table.eventId),
    // Whoever forgets people asks for each of them.
    index("check_ins_by_person").on(table.byPersonId),
  ],
);
