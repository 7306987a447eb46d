import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { ofEvent } from "./programme";
import { admissions } from "./rooms";

/** A question to everybody in an event's room. Its state is derived from these instants. */
export const polls = pgTable(
  "polls",
  {
    id: id("poll"),
    eventId: ofEvent(),
    kind: text("kind", { enum: ["single", "several", "rating", "words"] }).notNull(),
    question: text("question").notNull(),
    /** What one can choose; of a rating what its two ends mean, of words nothing. */
    options: text("options").array().notNull().default(sql`'{}'::text[]`),
    /** Places of the right ones among them, where it is a quiz. */
    correct: integer("correct").array().notNull().default(sql`'{}'::integer[]`),
    /** Words that a host took out of view, as `wordKey` makes them. */
    hiddenWords: text("hidden_words").array().notNull().default(sql`'{}'::text[]`),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    /** Since when everybody sees the result; null while only hosts do. */
    sharedAt: instant("shared_at"),
    /** The result, counted once when the poll was closed; nobody stands in it. */
    tally: jsonb("tally"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("polls_one_open")
      .on(table.eventId)
      .where(sql`${table.openedAt} is not null and ${table.closedAt} is null`),
    index("polls_by_event").on(table.eventId),
    check("polls_closed_after_opening", sql`${table.closedAt} is null or ${table.openedAt} is not null`),
    check("polls_counted_when_closed", sql`(${table.closedAt} is null) = (${table.tally} is null)`),
    check("polls_shared_after_opening", sql`${table.sharedAt} is null or ${table.openedAt} is not null`),
  ],
);

/** One person's answer to one poll, changeable until that is closed; no host reads it. */
export const pollBallots = pgTable(
  "poll_ballots",
  {
    id: id("ballot"),
    eventId: ofEvent(),
    pollId: refTo("poll_id", "poll")
      .notNull()
      .references(() => polls.id, { onDelete: "cascade" }),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    /** Places of what was chosen, counted from 0; of a rating the one number, from 1. */
    picks: integer("picks").array().notNull().default(sql`'{}'::integer[]`),
    words: text("words").array().notNull().default(sql`'{}'::text[]`),
    castAt: instant("cast_at").notNull(),
  },
  (table) => [
    uniqueIndex("poll_ballots_one_each").on(table.pollId, table.admissionId),
    index("poll_ballots_by_event").on(table.eventId),
    // Whoever deletes admissions asks for each of them.
    index("poll_ballots_by_admission").on(table.admissionId),
  ],
);
