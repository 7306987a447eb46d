import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { meetingRequests } from "./matchmaking";
import { ofPerson } from "./people";
import { ofEvent } from "./programme";

/** What a person says of one slot: not then, or best then. */
export const availabilityMarks = pgTable(
  "availability_marks",
  {
    eventId: ofEvent(),
    personId: ofPerson(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    mark: text("mark", { enum: ["blocked", "preferred"] }).notNull(),
  },
  (table) => [
    primaryKey({ name: "availability_marks_once", columns: [table.eventId, table.personId, table.startsAt] }),
    index("availability_marks_by_person").on(table.personId),
    check("availability_marks_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** A calendar that a person brought along, as a file or by its address. What it says lies in `busy_times` alone. */
export const calendarImports = pgTable(
  "calendar_imports",
  {
    id: id("calendarImport"),
    personId: ofPerson(),
    /** Where it is fetched again; null for a file. As good as a password for that calendar: shown to nobody. */
    address: text("address"),
    /** The address, or what the file's bytes come to: the same calendar brought again is the same row. */
    source: text("source").notNull(),
    tentativeBlocks: boolean("tentative_blocks").notNull().default(true),
    /** The last time that it could be read; what was read then stays until it can be read again. */
    readAt: instant("read_at").notNull(),
    /** The last attempt, and why it failed; null when it did not. */
    triedAt: instant("tried_at").notNull(),
    failure: text("failure"),
    /** Entries that could not be read. */
    problems: integer("problems").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("calendar_imports_once").on(table.personId, table.source),
    index("calendar_imports_due").on(table.triedAt).where(sql`${table.address} is not null`),
  ],
);

/** Times in which somebody is busy, says a calendar of theirs. Nothing says with what, or with whom. */
export const busyTimes = pgTable(
  "busy_times",
  {
    importId: refTo("import_id", "calendarImport")
      .notNull()
      .references(() => calendarImports.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "busy_times_once", columns: [table.importId, table.startsAt] }),
    check("busy_times_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** How many tables an event has for talks on site; no row for an event without. */
export const talkTables = pgTable(
  "talk_tables",
  {
    eventId: ofEvent().primaryKey(),
    count: integer("count").notNull(),
  },
  (table) => [check("talk_tables_some", sql`${table.count} between 1 and 500`)],
);

/** What the two people of a request write to each other about it. */
export const requestMessages = pgTable(
  "request_messages",
  {
    id: id("requestMessage"),
    requestId: refTo("request_id", "request")
      .notNull()
      .references(() => meetingRequests.id, { onDelete: "cascade" }),
    personId: ofPerson(),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("request_messages_by_request").on(table.requestId, table.createdAt),
    index("request_messages_by_person").on(table.personId),
  ],
);
