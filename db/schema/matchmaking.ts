import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, instantRange, refTo } from "../columns";
import { alliances } from "./alliance";
import { entries } from "./board";
import { ofPerson } from "./people";
import { ofEvent } from "./programme";
import { rounds } from "./rooms";

/** A need or an offer of one person in one alliance; `tag` is a stable id of its taxonomy. */
export const listings = pgTable(
  "listings",
  {
    id: id("listing"),
    allianceId: refTo("alliance_id", "alliance")
      .notNull()
      .references(() => alliances.id),
    personId: ofPerson(),
    kind: text("kind", { enum: ["need", "offer"] }).notNull(),
    tag: text("tag").notNull(),
    text: text("text").notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("listings_once").on(table.personId, table.allianceId, table.kind, table.tag),
    // How rare a topic is, which decides on which of several reasons is read first.
    index("listings_by_tag").on(table.allianceId, table.tag),
  ],
);

/** What a person says of themselves for talks, beside tags and sentence; others see what is not in `hidden`. */
export const talkProfiles = pgTable("talk_profiles", {
  personId: ofPerson().primaryKey(),
  role: text("role").notNull().default(""),
  size: text("size").notNull().default(""),
  region: text("region").notNull().default(""),
  languages: text("languages").array().notNull().default([]),
  cooperation: text("cooperation").array().notNull().default([]),
  /** How and when: online, on site, mornings, afternoons. */
  ways: text("ways").array().notNull().default([]),
  hidden: text("hidden").array().notNull().default([]),
  /** False: „nimmt nicht an 1:1 teil“, whatever was said at registrations. */
  takesTalks: boolean("takes_talks").notNull().default(true),
  createdAt: createdAt(),
});

/** Neither sees the other among people to talk to, nor can ask. */
export const personBlocks = pgTable(
  "person_blocks",
  {
    personId: ofPerson(),
    blockedId: ofPerson("blocked_id"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: "person_blocks_once", columns: [table.personId, table.blockedId] }),
    index("person_blocks_by_blocked").on(table.blockedId),
    check("person_blocks_not_oneself", sql`${table.personId} <> ${table.blockedId}`),
  ],
);

/** Organisations whose people do not see this person; the name in small letters, as it was compared. */
export const hiddenFrom = pgTable(
  "hidden_from",
  {
    personId: ofPerson(),
    organisation: text("organisation").notNull(),
  },
  (table) => [primaryKey({ name: "hidden_from_once", columns: [table.personId, table.organisation] })],
);

/** When talks by appointment can take place in an event. */
export const talkWindows = pgTable(
  "talk_windows",
  {
    eventId: ofEvent().primaryKey(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** The start of the event when they were set: the distance to it stays when the event moves. */
    measuredFrom: instant("measured_from"),
    slotMinutes: integer("slot_minutes").notNull().default(20),
    pauseMinutes: integer("pause_minutes").notNull().default(0),
  },
  (table) => [check("talk_windows_end_after_start", sql`${table.endsAt} > ${table.startsAt}`)],
);

export const meetingRequests = pgTable(
  "meeting_requests",
  {
    id: id("request"),
    eventId: ofEvent(),
    fromPersonId: ofPerson("from_person_id"),
    toPersonId: ofPerson("to_person_id"),
    note: text("note").notNull().default(""),
    /** The entry of the board that it answers; null without one. */
    entryId: refTo("entry_id", "entry").references(() => entries.id, { onDelete: "set null" }),
    status: text("status", { enum: ["requested", "accepted", "declined", "countered", "cancelled"] })
      .notNull()
      .default("requested"),
    /** The request that this one answers with other times. */
    counterOf: refTo("counter_of", "request").references((): AnyPgColumn => meetingRequests.id, {
      onDelete: "set null",
    }),
    expiresAt: instant("expires_at").notNull(),
    answeredAt: instant("answered_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check("meeting_requests_not_with_oneself", sql`${table.fromPersonId} <> ${table.toPersonId}`),
    uniqueIndex("meeting_requests_one_open")
      .on(table.eventId, table.fromPersonId, table.toPersonId)
      .where(sql`${table.status} = 'requested'`),
    index("meeting_requests_to").on(table.toPersonId),
    index("meeting_requests_from").on(table.fromPersonId),
    index("meeting_requests_by_entry").on(table.entryId),
    index("meeting_requests_counter_of").on(table.counterOf),
  ],
);

export const meetingRequestSlots = pgTable(
  "meeting_request_slots",
  {
    requestId: refTo("request_id", "request")
      .notNull()
      .references(() => meetingRequests.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [primaryKey({ name: "meeting_request_slots_once", columns: [table.requestId, table.startsAt] })],
);

/**
 * A talk that two people agreed on. The round gives it its room and its timetable. `meetings_table_once` (custom
 * migration) keeps two talks from one table.
 */
export const meetings = pgTable(
  "meetings",
  {
    id: id("meeting"),
    eventId: ofEvent(),
    requestId: refTo("request_id", "request").references(() => meetingRequests.id, { onDelete: "set null" }),
    roundId: refTo("round_id", "round").references(() => rounds.id, { onDelete: "set null" }),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    status: text("status", { enum: ["accepted", "cancelled"] })
      .notNull()
      .default("accepted"),
    /** Online, at a table, or one of them at a table and the other online. */
    place: text("place", { enum: ["online", "table", "mixed"] })
      .notNull()
      .default("online"),
    tableNumber: integer("table_number"),
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    check("meetings_table_where_needed", sql`(${table.place} = 'online') = (${table.tableNumber} is null)`),
    check("meetings_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
    index("meetings_by_event").on(table.eventId, table.startsAt),
  ],
);

/**
 * Who takes part. The exclusion constraint `meeting_people_nobody_twice` (custom migration) keeps I4:
 * no two accepted talks of one person overlap.
 */
export const meetingPeople = pgTable(
  "meeting_people",
  {
    meetingId: refTo("meeting_id", "meeting")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    personId: ofPerson(),
    during: instantRange("during").notNull(),
    status: text("status", { enum: ["accepted", "cancelled"] }).notNull(),
    /** One tap after the talk. */
    outcome: text("outcome", {
      enum: ["did_not_happen", "no_common_interest", "interesting", "cooperation_possible"],
    }),
  },
  (table) => [
    primaryKey({ name: "meeting_people_once", columns: [table.meetingId, table.personId] }),
    index("meeting_people_by_person").on(table.personId),
  ],
);
