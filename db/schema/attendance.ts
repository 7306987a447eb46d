import { index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { instant, refTo } from "../columns";
import { events } from "./programme";
import { admissions } from "./rooms";

/** Seconds present, written once the event has ended; until then attendance is computed from participations. */
export const attendanceRecords = pgTable(
  "attendance_records",
  {
    eventId: refTo("event_id", "event")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
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
  eventId: refTo("event_id", "event")
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
  people: integer("people").notNull(),
  seconds: integer("seconds").notNull(),
  closedAt: instant("closed_at").notNull(),
});
