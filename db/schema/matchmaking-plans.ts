import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, refTo } from "../columns";
import { meetings } from "./matchmaking";
import { ofPerson } from "./people";
import { ofEvent } from "./programme";

/**
 * Whom somebody has to meet, would like to meet, or will not meet in an event. What an organizer asks for on behalf of two
 * stands with the lower id first.
 */
export const talkWishes = pgTable(
  "talk_wishes",
  {
    eventId: ofEvent(),
    fromPersonId: ofPerson("from_person_id"),
    toPersonId: ofPerson("to_person_id"),
    by: text("by", { enum: ["person", "organizer"] }).notNull(),
    wish: text("wish", { enum: ["must", "want", "never"] }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({
      name: "talk_wishes_once",
      columns: [table.eventId, table.fromPersonId, table.toPersonId, table.by],
    }),
    index("talk_wishes_from").on(table.fromPersonId),
    index("talk_wishes_to").on(table.toPersonId),
    check("talk_wishes_not_oneself", sql`${table.fromPersonId} <> ${table.toPersonId}`),
  ],
);

/** How many talks somebody should have at least and takes at most, where that differs from everybody's. */
export const talkLimits = pgTable(
  "talk_limits",
  {
    eventId: ofEvent(),
    personId: ofPerson(),
    least: integer("least").notNull(),
    most: integer("most").notNull(),
  },
  (table) => [
    primaryKey({ name: "talk_limits_once", columns: [table.eventId, table.personId] }),
    index("talk_limits_by_person").on(table.personId),
    check("talk_limits_in_order", sql`0 <= ${table.least} and ${table.least} <= ${table.most}`),
  ],
);

/**
 * What is planned for an event: how many talks everybody has, the version that people know, and the draft of the next one.
 * Whoever changes anything of a plan locks this row first.
 */
export const talkPlans = pgTable(
  "talk_plans",
  {
    eventId: ofEvent().primaryKey(),
    least: integer("least").notNull().default(1),
    most: integer("most").notNull().default(8),
    /** Of the published plan; null before the first. */
    version: integer("version"),
    /** Goes up with every change of the draft, so that nobody publishes what they have not seen; null without a draft. */
    draftVersion: integer("draft_version"),
    /** Every draft begins above all numbers that were seen before. */
    lastDraft: integer("last_draft").notNull().default(0),
    /** The run that the draft was made of: its reasons are those of the draft. */
    draftRunId: refTo("draft_run_id", "planRun").references((): AnyPgColumn => planRuns.id, {
      onDelete: "set null",
    }),
    createdAt: createdAt(),
  },
  (table) => [
    check("talk_plans_in_order", sql`0 <= ${table.least} and ${table.least} <= ${table.most}`),
    check(
      "talk_plans_draft_known",
      sql`${table.draftVersion} is null or ${table.draftVersion} <= ${table.lastDraft}`,
    ),
  ],
);

/** One search for a plan, which the worker makes. At most one of an event runs at a time. */
export const planRuns = pgTable(
  "plan_runs",
  {
    id: id("planRun"),
    eventId: ofEvent(),
    /** As `planOptions` of the module parses them. */
    options: jsonb("options").notNull(),
    state: text("state", { enum: ["running", "stopped", "done", "failed"] })
      .notNull()
      .default("running"),
    phase: text("phase", { enum: ["waiting", "first", "choose", "arrange", "prove"] })
      .notNull()
      .default("waiting"),
    placed: integer("placed").notNull().default(0),
    wishes: integer("wishes").notNull().default(0),
    /** The goals, and what bounds them, of the best plan so far; as `planFigures` parses them. */
    figures: jsonb("figures"),
    stopAsked: boolean("stop_asked").notNull().default(false),
    /** When it was last heard of: one that is not heard of any more has failed. */
    seenAt: instant("seen_at").notNull(),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("plan_runs_one_at_a_time").on(table.eventId).where(sql`${table.state} = 'running'`),
    index("plan_runs_by_event").on(table.eventId, table.createdAt),
    check("plan_runs_end", sql`(${table.state} = 'running') = (${table.endedAt} is null)`),
  ],
);

/** What a run came to for each pair: a time, or the reason why there is none. */
export const planRunPairs = pgTable(
  "plan_run_pairs",
  {
    runId: refTo("run_id", "planRun")
      .notNull()
      .references(() => planRuns.id, { onDelete: "cascade" }),
    onePersonId: ofPerson("one_person_id"),
    otherPersonId: ofPerson("other_person_id"),
    kind: text("kind", { enum: ["must", "want", "open"] }).notNull(),
    /** The start of its slot; null without a place. */
    startsAt: instant("starts_at"),
    reason: text("reason"),
    /** Numbers that the reason names. */
    values: jsonb("values").$type<Record<string, number>>().notNull().default({}),
  },
  (table) => [
    primaryKey({
      name: "plan_run_pairs_once",
      columns: [table.runId, table.onePersonId, table.otherPersonId],
    }),
    index("plan_run_pairs_one").on(table.onePersonId),
    index("plan_run_pairs_other").on(table.otherPersonId),
    check("plan_run_pairs_placed_or_why", sql`(${table.startsAt} is null) = (${table.reason} is not null)`),
  ],
);

/** A talk of the draft: a new one, or one of the published plan as it is to be. Without a time it waits for one. */
export const plannedTalks = pgTable(
  "planned_talks",
  {
    id: id("plannedTalk"),
    eventId: ofEvent(),
    onePersonId: ofPerson("one_person_id"),
    otherPersonId: ofPerson("other_person_id"),
    kind: text("kind", { enum: ["must", "want", "open"] }).notNull(),
    startsAt: instant("starts_at"),
    tableNumber: integer("table_number"),
    isLocked: boolean("is_locked").notNull().default(false),
    /** The talk that people know, where they know it. */
    meetingId: refTo("meeting_id", "meeting").references(() => meetings.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("planned_talks_pair_once").on(table.eventId, table.onePersonId, table.otherPersonId),
    index("planned_talks_one").on(table.onePersonId),
    index("planned_talks_other").on(table.otherPersonId),
    index("planned_talks_by_meeting").on(table.meetingId),
    check("planned_talks_in_order", sql`${table.onePersonId} < ${table.otherPersonId}`),
    check(
      "planned_talks_place_needs_time",
      sql`${table.startsAt} is not null or (${table.tableNumber} is null and not ${table.isLocked})`,
    ),
  ],
);

/** What undoes a change of the draft, the youngest first: the talk as it was before. */
export const planChanges = pgTable(
  "plan_changes",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    eventId: ofEvent(),
    talkId: refTo("talk_id", "plannedTalk")
      .notNull()
      .references(() => plannedTalks.id, { onDelete: "cascade" }),
    startsAt: instant("starts_at"),
    tableNumber: integer("table_number"),
    isLocked: boolean("is_locked").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("plan_changes_by_event").on(table.eventId, table.seq),
    index("plan_changes_by_talk").on(table.talkId),
  ],
);

/** Which talks came from a plan: those alone are moved by the next one. What people agreed on themselves is not among them. */
export const meetingPlans = pgTable("meeting_plans", {
  meetingId: refTo("meeting_id", "meeting")
    .primaryKey()
    .references(() => meetings.id, { onDelete: "cascade" }),
  kind: text("kind", { enum: ["must", "want", "open"] }).notNull(),
  isLocked: boolean("is_locked").notNull().default(false),
  /** A plan took it back, not the people: the two may be planned again. */
  isWithdrawn: boolean("is_withdrawn").notNull().default(false),
});

/** Each time a plan was published, and what that changed for people. */
export const planVersions = pgTable(
  "plan_versions",
  {
    eventId: ofEvent(),
    version: integer("version").notNull(),
    added: integer("added").notNull(),
    moved: integer("moved").notNull(),
    removed: integer("removed").notNull(),
    mails: integer("mails").notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (table) => [primaryKey({ name: "plan_versions_once", columns: [table.eventId, table.version] })],
);
