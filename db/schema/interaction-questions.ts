import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { ofEvent } from "./programme";
import { admissions } from "./rooms";

/** How an event takes questions; one without a row takes them as the defaults say. */
export const questionSettings = pgTable("question_settings", {
  eventId: ofEvent().primaryKey(),
  isOpen: boolean("is_open").notNull().default(true),
  /** Every new question waits until a host lets it through. */
  isModerated: boolean("is_moderated").notNull().default(false),
  allowsAnonymous: boolean("allows_anonymous").notNull().default(true),
  /** Opens the page on which people in the hall ask without signing in; null while there is none. */
  hallToken: refTo("hall_token", "hall").unique("question_settings_hall"),
  /** Opens the projector's page. */
  projectorToken: refTo("projector_token", "projector").unique("question_settings_projector"),
});

/** A browser in the hall that has asked or voted: nothing is known of it but its secret, and that as a digest alone. */
export const hallGuests = pgTable(
  "hall_guests",
  {
    id: id("hallGuest"),
    eventId: ofEvent(),
    secretHash: text("secret_hash").notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("hall_guests_one_per_browser").on(table.eventId, table.secretHash)],
);

const STATES = ["waiting", "new", "on_air", "answered", "dismissed", "withdrawn"] as const;

/**
 * What the audience asks. Who asked anonymously stands here too, so that it can be changed, withdrawn and erased; no query
 * gives it out.
 */
export const audienceQuestions = pgTable(
  "audience_questions",
  {
    id: id("audienceQuestion"),
    eventId: ofEvent(),
    admissionId: refTo("admission_id", "admission").references(() => admissions.id, { onDelete: "cascade" }),
    hallGuestId: refTo("hall_guest_id", "hallGuest").references(() => hallGuests.id, { onDelete: "cascade" }),
    isAnonymous: boolean("is_anonymous").notNull().default(false),
    /** What somebody in the hall wrote as their name, which nobody has checked. */
    hallName: text("hall_name").notNull().default(""),
    text: text("text").notNull(),
    state: text("state", { enum: STATES }).notNull(),
    /** The same question asked before, to which its votes count; that one is merged into none itself. */
    mergedIntoId: refTo("merged_into_id", "audienceQuestion").references(
      (): AnyPgColumn => audienceQuestions.id,
      { onDelete: "set null" },
    ),
    /** The answer in writing; null where it was spoken or is still to come. */
    answer: text("answer"),
    /** Shown on everybody's stage since. */
    pinnedAt: instant("pinned_at"),
    editedAt: instant("edited_at"),
    /** A host lets whoever asked this ask no more, without learning who that is. */
    stoppedAt: instant("stopped_at"),
    settledAt: instant("settled_at"),
    /** Made by the browser: a retry after a lost answer stores the question once. */
    clientKey: text("client_key").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("audience_questions_one_author", sql`num_nonnulls(${table.admissionId}, ${table.hallGuestId}) = 1`),
    check("audience_questions_not_into_itself", sql`${table.mergedIntoId} <> ${table.id}`),
    check(
      "audience_questions_pinned_are_seen",
      sql`${table.pinnedAt} is null or (${table.mergedIntoId} is null and ${table.state} in ('new', 'on_air', 'answered'))`,
    ),
    uniqueIndex("audience_questions_one_on_air").on(table.eventId).where(sql`${table.state} = 'on_air'`),
    uniqueIndex("audience_questions_one_pinned").on(table.eventId).where(sql`${table.pinnedAt} is not null`),
    uniqueIndex("audience_questions_once").on(table.admissionId, table.clientKey),
    uniqueIndex("audience_questions_once_in_hall").on(table.hallGuestId, table.clientKey),
    index("audience_questions_by_event").on(table.eventId),
    index("audience_questions_by_target").on(table.mergedIntoId),
  ],
);

/** One vote a person and question, or a browser in the hall. Taken back, it is gone. */
export const questionVotes = pgTable(
  "question_votes",
  {
    questionId: refTo("question_id", "audienceQuestion")
      .notNull()
      .references(() => audienceQuestions.id, { onDelete: "cascade" }),
    admissionId: refTo("admission_id", "admission").references(() => admissions.id, { onDelete: "cascade" }),
    hallGuestId: refTo("hall_guest_id", "hallGuest").references(() => hallGuests.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    check("question_votes_one_voter", sql`num_nonnulls(${table.admissionId}, ${table.hallGuestId}) = 1`),
    uniqueIndex("question_votes_one_a_person").on(table.questionId, table.admissionId),
    uniqueIndex("question_votes_one_a_browser").on(table.questionId, table.hallGuestId),
    // Whoever deletes admissions asks for each of them.
    index("question_votes_by_admission").on(table.admissionId),
    index("question_votes_by_guest").on(table.hallGuestId),
  ],
);
