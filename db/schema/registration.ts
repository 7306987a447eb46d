import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { people } from "./people";
import { events } from "./programme";

/**
 * The seats of one event. Every command that gives or frees a seat locks this row first; the check makes an
 * oversold event impossible even for a command that forgets to.
 */
export const seatPlans = pgTable(
  "seat_plans",
  {
    eventId: refTo("event_id", "event")
      .primaryKey()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Seats in all; null means no limit. */
    capacity: integer("capacity"),
    waitlist: boolean("waitlist").notNull().default(true),
    confirmed: integer("confirmed").notNull().default(0),
    waiting: integer("waiting").notNull().default(0),
    /** Grows with every request under the lock: the order in which people asked. */
    nextPlace: bigint("next_place", { mode: "number" }).notNull().default(1),
    /** Confirmed registrations that were deleted when their time was over: what an event keeps of them. */
    forgotten: integer("forgotten").notNull().default(0),
  },
  (table) => [
    check(
      "seat_plans_never_oversold",
      sql`${table.capacity} is null or ${table.confirmed} <= ${table.capacity}`,
    ),
    check("seat_plans_counts_not_negative", sql`${table.confirmed} >= 0 and ${table.waiting} >= 0`),
  ],
);

export const registrations = pgTable(
  "registrations",
  {
    id: id("registration"),
    eventId: refTo("event_id", "event")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Null until the address is proven; never the person of an address that somebody merely typed. */
    personId: refTo("person_id", "person").references(() => people.id, { onDelete: "set null" }),
    /** Normal form: trimmed and lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    organisation: text("organisation").notNull().default(""),
    status: text("status", { enum: ["confirmed", "waiting", "cancelled"] }).notNull(),
    place: bigint("place", { mode: "number" }).notNull(),
    talksOptIn: boolean("talks_opt_in").notNull().default(false),
    listed: text("listed", { enum: ["nobody", "participants", "public"] })
      .notNull()
      .default("nobody"),
    locale: text("locale", { enum: ["de", "en"] })
      .notNull()
      .default("de"),
    timeZone: text("time_zone").notNull().default("Europe/Berlin"),
    /** How it came about: the person's own form, typed by the office, or read from its file. */
    source: text("source", { enum: ["form", "desk", "import"] })
      .notNull()
      .default("form"),
    /** The office's own words about the person, for its lists; gone with the row. */
    tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
    /** When the holder first acted through the mailed link or code, or was signed in. */
    provenAt: instant("proven_at"),
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    createdAt: createdAt(),
    confirmedAt: instant("confirmed_at"),
    cancelledAt: instant("cancelled_at"),
  },
  (table) => [
    uniqueIndex("registrations_one_per_email").on(table.eventId, table.email),
    index("registrations_by_person").on(table.personId),
    index("registrations_waiting").on(table.eventId, table.place).where(sql`${table.status} = 'waiting'`),
    // The desk's list as it opens: read backwards, fifty rows are fifty rows however many there are.
    index("registrations_by_time").on(table.eventId, table.createdAt, table.id),
    index("registrations_tagged").on(table.eventId).where(sql`cardinality(${table.tags}) > 0`),
    check("registrations_few_tags", sql`cardinality(${table.tags}) <= 20`),
  ],
);

/** What a browser holds that registered without proof: an identity of its own that may only watch. */
export const registrationClaims = pgTable(
  "registration_claims",
  {
    id: id("claim"),
    registrationId: refTo("registration_id", "registration")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    eventId: refTo("event_id", "event")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("registration_claims_by_registration").on(table.registrationId)],
);
