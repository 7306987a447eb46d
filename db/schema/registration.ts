import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { formQuestions } from "./forms";
import { people } from "./people";
import { ofEvent } from "./programme";

/**
 * The seats of one event. Every command that gives or frees a seat locks this row first; the check makes an
 * oversold event impossible even for a command that forgets to.
 */
export const seatPlans = pgTable(
  "seat_plans",
  {
    eventId: ofEvent().primaryKey(),
    /** Seats online, which are all there are unless the event has seats on site; null means no limit. */
    capacity: integer("capacity"),
    waitlist: boolean("waitlist").notNull().default(true),
    confirmed: integer("confirmed").notNull().default(0),
    waiting: integer("waiting").notNull().default(0),
    /** Seats held by offers that are still open: nobody else can have them. */
    offered: integer("offered").notNull().default(0),
    /** Seats on site, with a waiting list of their own; null means that nobody can choose to come there. */
    onsiteCapacity: integer("onsite_capacity"),
    onsiteConfirmed: integer("onsite_confirmed").notNull().default(0),
    onsiteWaiting: integer("onsite_waiting").notNull().default(0),
    onsiteOffered: integer("onsite_offered").notNull().default(0),
    /** Requests that nobody has decided yet; they hold no seat. */
    pending: integer("pending").notNull().default(0),
    /** Whether the office decides about each registration by hand. */
    approval: boolean("approval").notNull().default(false),
    /** Whose request needs no yes once they are proven: members of the networks that host, and addresses of these domains. */
    confirmMembers: boolean("confirm_members").notNull().default(false),
    confirmDomains: text("confirm_domains").array().notNull().default(sql`'{}'::text[]`),
    /** Who moves up before others on the waiting list: members of the networks that host, and who was invited. */
    membersFirst: boolean("members_first").notNull().default(false),
    invitedFirst: boolean("invited_first").notNull().default(false),
    /** How long a free seat is offered to who waits longest; null means that they move up at once. */
    offerHours: integer("offer_hours"),
    /** So many hours before the start ends the time to switch between online and on site. */
    switchHours: integer("switch_hours").notNull().default(0),
    /** Whether only who has an invitation can register. */
    invitationOnly: boolean("invitation_only").notNull().default(false),
    /** Grows with every request under the lock: the order in which people asked. */
    nextPlace: bigint("next_place", { mode: "number" }).notNull().default(1),
    /** Confirmed registrations that were deleted when their time was over: what an event keeps of them. */
    forgotten: integer("forgotten").notNull().default(0),
  },
  (table) => [
    check(
      "seat_plans_never_oversold",
      sql`${table.capacity} is null or ${table.confirmed} + ${table.offered} <= ${table.capacity}`,
    ),
    check(
      "seat_plans_onsite_never_oversold",
      sql`${table.onsiteConfirmed} + ${table.onsiteOffered} <= coalesce(${table.onsiteCapacity}, 0)`,
    ),
    check(
      "seat_plans_counts_not_negative",
      sql`least(${table.confirmed}, ${table.waiting}, ${table.offered}, ${table.onsiteConfirmed}, ${table.onsiteWaiting}, ${table.onsiteOffered}, ${table.pending}) >= 0`,
    ),
  ],
);

/** A code that lets somebody register, so many times and until a moment. */
export const invitations = pgTable(
  "invitations",
  {
    id: id("invitation"),
    eventId: ofEvent(),
    /** Sixty random bits: not to be guessed, and it says nothing of what it opens. */
    code: text("code").notNull().unique("invitations_one_per_code"),
    /** Whom it is for, as the office calls them. */
    label: text("label").notNull().default(""),
    maxUses: integer("max_uses").notNull(),
    uses: integer("uses").notNull().default(0),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    /** The one address that it lets in, and that it is mailed to; null for a code that anybody may hand on. */
    email: text("email"),
    locale: text("locale", { enum: ["de", "en"] }),
    /** Which mail of it is the last one: every resending is one more. */
    mailing: integer("mailing").notNull().default(0),
    /** When somebody last wanted it mailed. */
    mailedAt: instant("mailed_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check("invitations_within_limit", sql`${table.uses} between 0 and ${table.maxUses}`),
    index("invitations_by_event").on(table.eventId),
    // However often a list is pasted, and by however many at once.
    uniqueIndex("invitations_one_per_address").on(table.eventId, table.email),
    index("invitations_to").on(table.email).where(sql`${table.email} is not null`),
    index("invitations_mailed").on(table.mailedAt).where(sql`${table.mailedAt} is not null`),
    check(
      "invitations_of_address",
      sql`(${table.email} is null) = (${table.locale} is null) and (${table.email} is null or ${table.maxUses} = 1)`,
    ),
  ],
);

export const registrations = pgTable(
  "registrations",
  {
    id: id("registration"),
    eventId: ofEvent(),
    /** Null until the address is proven; never the person of an address that somebody merely typed. */
    personId: refTo("person_id", "person").references(() => people.id, { onDelete: "set null" }),
    /** Normal form: trimmed and lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    organisation: text("organisation").notNull().default(""),
    status: text("status", {
      enum: ["confirmed", "waiting", "offered", "pending", "declined", "cancelled"],
    }).notNull(),
    attendance: text("attendance", { enum: ["online", "onsite"] })
      .notNull()
      .default("online"),
    place: bigint("place", { mode: "number" }).notNull(),
    /** Whoever has a higher one moves up first; among equals the place decides. By the rules of the plan, never by hand. */
    priority: integer("priority").notNull().default(0),
    talksOptIn: boolean("talks_opt_in").notNull().default(false),
    listed: text("listed", { enum: ["nobody", "participants", "public"] })
      .notNull()
      .default("nobody"),
    locale: text("locale", { enum: ["de", "en"] })
      .notNull()
      .default("de"),
    timeZone: text("time_zone").notNull().default("Europe/Berlin"),
    /** How it came about: the person's own form, typed by the office, read from its file, or written down at the door. */
    source: text("source", { enum: ["form", "desk", "import", "door"] })
      .notNull()
      .default("form"),
    /** The office's own words about the person, for its lists; gone with the row. */
    tags: text("tags").array().notNull().default(sql`'{}'::text[]`),
    /** When the holder first acted through the mailed link or code, or was signed in. */
    provenAt: instant("proven_at"),
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    /** Until when the offered seat is held; null while none is. */
    offeredUntil: instant("offered_until"),
    invitationId: refTo("invitation_id", "invitation").references(() => invitations.id, {
      onDelete: "set null",
    }),
    /** The registration of the colleague who made this one. */
    registeredBy: refTo("registered_by", "registration").references((): AnyPgColumn => registrations.id, {
      onDelete: "set null",
    }),
    /** How many colleagues its holder has registered, whether their addresses were known or not. */
    colleagues: integer("colleagues").notNull().default(0),
    createdAt: createdAt(),
    /** How often it began anew after it had ended: what belongs to an earlier time, such as a check-in, counts no more. */
    renewals: integer("renewals").notNull().default(0),
    confirmedAt: instant("confirmed_at"),
    cancelledAt: instant("cancelled_at"),
  },
  (table) => [
    uniqueIndex("registrations_one_per_email").on(table.eventId, table.email),
    // What an answer names: a registration of this event.
    unique("registrations_of_event").on(table.id, table.eventId),
    index("registrations_by_person").on(table.personId),
    // Whoever signs in gets those of their address that nobody has yet.
    index("registrations_unlinked").on(table.email).where(sql`${table.personId} is null`),
    // The desk's list as it opens: read backwards, fifty rows are fifty rows however many there are.
    index("registrations_by_time").on(table.eventId, table.createdAt, table.id),
    index("registrations_tagged").on(table.eventId).where(sql`cardinality(${table.tags}) > 0`),
    check("registrations_few_tags", sql`cardinality(${table.tags}) <= 20`),
    index("registrations_waiting")
      .on(table.eventId, table.attendance, table.priority.desc().nullsFirst(), table.place)
      .where(sql`${table.status} = 'waiting'`),
    index("registrations_offered").on(table.offeredUntil).where(sql`${table.status} = 'offered'`),
    index("registrations_by_colleague").on(table.registeredBy),
    check(
      "registrations_offer_has_deadline",
      sql`(${table.status} = 'offered') = (${table.offeredUntil} is not null)`,
    ),
    check("registrations_colleagues_limited", sql`${table.colleagues} between 0 and 10`),
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
    eventId: ofEvent(),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("registration_claims_by_registration").on(table.registrationId)],
);

/**
 * What somebody answered to the questions of an event's form: one answer each, and the wording it was given to. Both
 * references name the event, so that no answer joins a question and a registration of two events.
 */
export const answers = pgTable(
  "answers",
  {
    eventId: refTo("event_id", "event").notNull(),
    registrationId: refTo("registration_id", "registration").notNull(),
    questionId: refTo("question_id", "question").notNull(),
    version: integer("version").notNull(),
    value: jsonb("value").notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "answers_one_each", columns: [table.registrationId, table.questionId] }),
    index("answers_by_question").on(table.questionId),
    foreignKey({
      name: "answers_of_registration",
      columns: [table.registrationId, table.eventId],
      foreignColumns: [registrations.id, registrations.eventId],
    }).onDelete("cascade"),
    // No cascade: a question that was answered can't be deleted, only archived. A migration of its own defers the
    // check to the commit, so that an event can be deleted with both, whichever Postgres deletes first.
    foreignKey({
      name: "answers_of_question",
      columns: [table.questionId, table.eventId],
      foreignColumns: [formQuestions.id, formQuestions.eventId],
    }),
  ],
);
