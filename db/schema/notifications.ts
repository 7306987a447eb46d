import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { networks } from "./alliance";
import { formQuestions } from "./forms";
import { people } from "./people";
import { events, ofEvent } from "./programme";
import { registrations } from "./registration";

/** Which mails an event sends by itself, and what its own ones say; an event without a row has the defaults. */
export const mailSettings = pgTable("mail_settings", {
  eventId: ofEvent().primaryKey(),
  dayBefore: boolean("day_before").notNull().default(true),
  hourBefore: boolean("hour_before").notNull().default(true),
  liveNow: boolean("live_now").notNull().default(true),
  /** Nobody needs it to take part, so an organizer has to want it. */
  thanks: boolean("thanks").notNull().default(false),
  thanksDe: text("thanks_de").notNull().default(""),
  thanksEn: text("thanks_en").notNull().default(""),
  feedbackUrl: text("feedback_url"),
  /** A message to many waits until a second person has read it. */
  review: boolean("review").notNull().default(false),
  /**
   * What the event writes to many by itself waits until somebody has looked through it. Released for a start: a new date is
   * looked through anew.
   */
  hold: boolean("hold").notNull().default(false),
  dayBeforeReleasedFor: instant("day_before_released_for"),
  thanksReleasedFor: instant("thanks_released_for"),
  /** The organizer's own subjects and texts by mail, as `mailWords` of notifications reads them; of thanks the subject alone. */
  words: jsonb("words").notNull().default({}),
});

/**
 * Addresses that want no mail of a network but what their registrations need. Hashed with the network and a key: the
 * row can be found for an address, and no address for the row, so it may outlive everything else about a person.
 */
export const mailRefusals = pgTable("mail_refusals", {
  addressHash: text("address_hash").primaryKey(),
  networkId: refTo("network_id", "network")
    .notNull()
    .references(() => networks.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});

/**
 * Addresses at which a network's mail came back for good, so that nothing more is sent there by itself. Stored like a
 * refusal: whoever changes the address is another row, and nobody is named.
 */
export const mailBounces = pgTable("mail_bounces", {
  addressHash: text("address_hash").primaryKey(),
  networkId: refTo("network_id", "network")
    .notNull()
    .references(() => networks.id, { onDelete: "cascade" }),
  /** What the other server said (RFC 3463). */
  status: text("status").notNull(),
  createdAt: createdAt(),
});

/** A message that an organizer writes to a part of the people of an event. */
export const circulars = pgTable(
  "circulars",
  {
    id: id("circular"),
    eventId: ofEvent(),
    authorId: refTo("author_id", "person").references(() => people.id, { onDelete: "set null" }),
    state: text("state", { enum: ["draft", "held", "sending", "sent", "stopped"] })
      .notNull()
      .default("draft"),
    /** `news` is not about the registration: it can be refused for good, and says how. */
    purpose: text("purpose", { enum: ["event", "news"] })
      .notNull()
      .default("event"),
    statuses: text("statuses", {
      enum: ["confirmed", "waiting", "offered", "pending", "declined", "cancelled"],
    })
      .array()
      .notNull(),
    /** Whom of them: who was there or was not, or who has not answered what is asked after the registration. */
    presence: text("presence", { enum: ["anyone", "attended", "absent", "unanswered"] })
      .notNull()
      .default("anyone"),
    attendance: text("attendance", { enum: ["all", "online", "onsite"] })
      .notNull()
      .default("all"),
    /** Who carries this word of the office; empty means everybody. */
    tag: text("tag").notNull().default(""),
    /** Who answered this question so; a question that is gone leaves an answer that nobody gave. */
    questionId: refTo("question_id", "question").references(() => formQuestions.id, { onDelete: "set null" }),
    answer: text("answer"),
    /** Only the people in `circular_people`. */
    picked: boolean("picked").notNull().default(false),
    button: text("button", { enum: ["none", "room", "registration", "page"] })
      .notNull()
      .default("none"),
    subjectDe: text("subject_de").notNull().default(""),
    bodyDe: text("body_de").notNull().default(""),
    subjectEn: text("subject_en").notNull().default(""),
    bodyEn: text("body_en").notNull().default(""),
    createdAt: createdAt(),
    releasedById: refTo("released_by_id", "person").references(() => people.id, { onDelete: "set null" }),
    /** Who registers later is not written to. */
    releasedAt: instant("released_at"),
    doneAt: instant("done_at"),
  },
  (table) => [
    index("circulars_by_event").on(table.eventId),
    check(
      "circulars_released_when_sent",
      sql`(${table.state} in ('draft', 'held')) = (${table.releasedAt} is null)`,
    ),
    check("circulars_to_somebody", sql`cardinality(${table.statuses}) > 0`),
  ],
);

/** Whom an organizer ticked for a message. Who is taken off the list for good goes from here, too. */
export const circularPeople = pgTable(
  "circular_people",
  {
    circularId: refTo("circular_id", "circular")
      .notNull()
      .references(() => circulars.id, { onDelete: "cascade" }),
    registrationId: refTo("registration_id", "registration")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ name: "circular_people_once", columns: [table.circularId, table.registrationId] }),
    index("circular_people_by_registration").on(table.registrationId),
  ],
);

/**
 * The local part of a mail's Message-ID, as `messageIdOf` makes it. Each step is immutable, which an index asks for;
 * backslashes are doubled because `decode` reads them.
 */
export const mailReference = (dedupeKey: AnyPgColumn): SQL =>
  sql`left(encode(sha256(decode(replace(${dedupeKey}, '\\', '\\\\'), 'escape')), 'hex'), 40)`;

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
    /** The message of an organizer that it is; null for what Plenum writes by itself. */
    circularId: refTo("circular_id", "circular").references(() => circulars.id, { onDelete: "set null" }),
    /** Where one post ends mails of this sort (RFC 8058); null for what a registration needs. */
    unsubscribe: text("unsubscribe"),
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
    /** Which of the mails that are due goes first, see `turnOf`. */
    turn: smallint("turn").notNull().default(1),
    /** When a mail that anybody can cause may go out, if its address had its fill; null for one that need not wait. */
    heldUntil: instant("held_until"),
    /** Whether it took a place in the hour of its address, as things stood when it was queued. */
    counted: boolean("counted").notNull().default(false),
    lastError: text("last_error"),
    sentAt: instant("sent_at"),
    createdAt: createdAt(),
  },
  (table) => [
    index("mails_to").on(table.toEmail),
    // In the order in which they are handed out, so that taking twenty of 10,000 that are due sorts nothing.
    index("mails_due").on(table.turn, table.nextAttemptAt).where(sql`${table.state} = 'queued'`),
    // What a report of a mail server names: the local part of our Message-ID, see `mailReference`.
    index("mails_by_reference").on(mailReference(table.dedupeKey)),
    index("mails_by_event").on(table.eventId, table.createdAt),
    index("mails_by_circular").on(table.circularId),
    index("mails_by_subject").on(table.subjectId),
  ],
);
