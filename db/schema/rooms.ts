import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
import { formQuestions } from "./forms";
import { people } from "./people";
import { ofEvent, sessions } from "./programme";
import { registrationClaims, registrations } from "./registration";

const ROUND_RULES = [
  ...["random_pairs", "network_pairs", "groups", "network_groups", "topics", "answer", "offers"],
  ...["by_hand", "free_choice", "own_choice", "networking", "talk"],
] as const;

/** The live side of an event. Times are intentions; `openedAt` and `endedAt` are what the hosts did. */
export const liveSessions = pgTable("live_sessions", {
  id: id("liveSession"),
  eventId: ofEvent().unique("live_sessions_one_per_event"),
  mode: text("mode", { enum: ["stage", "roundtable", "forum"] }).notNull(),
  opensAt: instant("opens_at").notNull(),
  endsAt: instant("ends_at").notNull(),
  openedAt: instant("opened_at"),
  endedAt: instant("ended_at"),
  frozen: boolean("frozen").notNull().default(false),
  locked: boolean("locked").notNull().default(false),
  /** Hosts let in everybody one by one; who has not been let in yet waits. */
  lobby: boolean("lobby").notNull().default(false),
  scene: text("scene", { enum: ["stage", "share", "video", "breakout", "poll"] })
    .notNull()
    .default("stage"),
  message: text("message"),
  messageAt: instant("message_at"),
  timerLabel: text("timer_label").notNull().default(""),
  timerEndsAt: instant("timer_ends_at"),
  timerHeldSeconds: integer("timer_held_seconds"),
  countsSpeaking: boolean("counts_speaking").notNull().default(false),
  /** Minutes without any host after which the event ends by itself; null: it goes on. */
  hostlessMinutes: integer("hostless_minutes"),
  createdAt: createdAt(),
});

export const rooms = pgTable(
  "rooms",
  {
    id: id("room"),
    liveSessionId: refTo("live_session_id", "liveSession")
      .notNull()
      .references(() => liveSessions.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["main", "backstage", "breakout", "talk"] }).notNull(),
    /** The round a breakout or talk belongs to, also while nobody is assigned to it. */
    roundId: refTo("round_id", "round").references((): AnyPgColumn => rounds.id, { onDelete: "cascade" }),
    label: text("label").notNull(),
    /** What its people have in common, where the round is drawn by that: the id of a topic or of an answer. */
    matches: text("matches"),
    /** Name at LiveKit: opaque and never used again. */
    lkName: text("lk_name").notNull().unique("rooms_one_per_livekit_name"),
    opensAt: instant("opens_at").notNull(),
    closesAt: instant("closes_at"),
    closedAt: instant("closed_at"),
    /** The agenda item that takes place here, and how people take part in it; without a mode, as the kind of room says. */
    sessionId: refTo("session_id", "session").references(() => sessions.id, { onDelete: "set null" }),
    mode: text("mode", { enum: ["stage", "roundtable", "forum"] }),
    /** Whom the hosts show large to everybody here; nobody else can be at the same time. */
    spotlightId: refTo("spotlight_id", "admission").references((): AnyPgColumn => admissions.id, {
      onDelete: "set null",
    }),
  },
  (table) => [
    uniqueIndex("rooms_one_per_session").on(table.sessionId).where(sql`${table.sessionId} is not null`),
    uniqueIndex("rooms_one_main")
      .on(table.liveSessionId)
      .where(sql`${table.kind} = 'main' and ${table.closedAt} is null`),
    uniqueIndex("rooms_one_backstage")
      .on(table.liveSessionId)
      .where(sql`${table.kind} = 'backstage' and ${table.closedAt} is null`),
    index("rooms_by_live_session").on(table.liveSessionId),
    index("rooms_by_round").on(table.roundId),
  ],
);

/**
 * One person's identity in one event: its id is the LiveKit identity, random and meaningless outside.
 * Exactly one of person, registration or claim made it; a person who registered has both.
 */
export const admissions = pgTable(
  "admissions",
  {
    id: id("admission"),
    eventId: ofEvent(),
    personId: refTo("person_id", "person").references(() => people.id, { onDelete: "set null" }),
    registrationId: refTo("registration_id", "registration").references(() => registrations.id, {
      onDelete: "cascade",
    }),
    claimId: refTo("claim_id", "claim").references(() => registrationClaims.id, { onDelete: "cascade" }),
    displayName: text("display_name").notNull(),
    organisation: text("organisation").notNull().default(""),
    role: text("role", {
      enum: ["host", "cohost", "speaker", "participant", "viewer", "unproven"],
    }).notNull(),
    /** Hosts gave it in the room, so it holds whatever the entrance says. */
    roleGiven: boolean("role_given").notNull().default(false),
    nameGiven: boolean("name_given").notNull().default(false),
    /** When the role last changed; null for the first one. A hand raised before is down. */
    roleSince: instant("role_since"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("admissions_one_per_person")
      .on(table.eventId, table.personId)
      .where(sql`${table.personId} is not null`),
    uniqueIndex("admissions_one_per_registration")
      .on(table.registrationId)
      .where(sql`${table.registrationId} is not null and ${table.claimId} is null`),
    uniqueIndex("admissions_one_per_claim").on(table.claimId).where(sql`${table.claimId} is not null`),
    index("admissions_by_event").on(table.eventId),
    index("admissions_by_registration").on(table.registrationId),
  ],
);

/** So many rounds of talks in pairs, with breaks between. The worker plans who meets whom, anew whenever somebody comes or goes. */
export const networkings = pgTable(
  "networkings",
  {
    id: id("networking"),
    liveSessionId: refTo("live_session_id", "liveSession")
      .notNull()
      .references(() => liveSessions.id, { onDelete: "cascade" }),
    rounds: integer("rounds").notNull(),
    durationSeconds: integer("duration_seconds").notNull(),
    breakSeconds: integer("break_seconds").notNull(),
    /** Grows with every plan: a search that began before the last one comes too late. */
    revision: integer("revision").notNull().default(0),
    /** Names who was there for the last plan; whoever comes or goes makes another one due. */
    plannedFor: text("planned_for"),
    stoppedAt: instant("stopped_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check("networkings_few_rounds", sql`${table.rounds} between 1 and 20`),
    index("networkings_by_live_session").on(table.liveSessionId),
  ],
);

/** A timetable for several rooms at once: breakouts, or one bilateral talk. Its state is derived from time. */
export const rounds = pgTable(
  "rounds",
  {
    id: id("round"),
    liveSessionId: refTo("live_session_id", "liveSession")
      .notNull()
      .references(() => liveSessions.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["breakout", "talk"] }).notNull(),
    /** Who goes where when nobody says so: also the rule for late arrivals. */
    rule: text("rule", { enum: ROUND_RULES }).notNull(),
    /** What the host calls it; several are prepared, and used again, by it. */
    title: text("title").notNull().default(""),
    groupSize: integer("group_size").notNull().default(2),
    /** By whose answers it is drawn. */
    questionId: refTo("question_id", "question").references(() => formQuestions.id, { onDelete: "set null" }),
    networkingId: refTo("networking_id", "networking").references(() => networkings.id, {
      onDelete: "cascade",
    }),
    /** Which round of a speed networking it is, from 1. */
    position: integer("position"),
    durationSeconds: integer("duration_seconds").notNull(),
    /** Null while the round is a draft. */
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    closingDelaySeconds: integer("closing_delay_seconds").notNull().default(15),
    allowReturn: boolean("allow_return").notNull().default(true),
    canJoinLater: boolean("can_join_later").notNull().default(true),
    autoMove: boolean("auto_move").notNull().default(true),
    message: text("message"),
    messageAt: instant("message_at"),
    cancelledAt: instant("cancelled_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check("rounds_end_after_start", sql`${table.endsAt} is null or ${table.endsAt} >= ${table.startsAt}`),
    index("rounds_by_live_session").on(table.liveSessionId),
    index("rounds_by_question").on(table.questionId),
    uniqueIndex("rounds_one_per_position").on(table.networkingId, table.position),
  ],
);

/** Which room a person has in a round: nobody can be in two rooms of one round. */
export const assignments = pgTable(
  "assignments",
  {
    roundId: refTo("round_id", "round")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    roomId: refTo("room_id", "room")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    /** When this person went back to the plenary of their own will. */
    returnedAt: instant("returned_at"),
    /** When this person answered „Noch nicht“: the move then waits for the person's own click. */
    declinedAt: instant("declined_at"),
    helpAskedAt: instant("help_asked_at"),
    helpOnTheWayAt: instant("help_on_the_way_at"),
  },
  (table) => [
    primaryKey({ name: "assignments_one_room_per_round", columns: [table.roundId, table.admissionId] }),
    index("assignments_by_admission").on(table.admissionId),
  ],
);

/** Where a person belongs is computed; this row holds what only the person's browsers can tell. */
export const placements = pgTable(
  "placements",
  {
    admissionId: refTo("admission_id", "admission")
      .primaryKey()
      .references(() => admissions.id, { onDelete: "cascade" }),
    eventId: ofEvent(),
    /** Grows with each change of the person's rows; first half of the epoch. */
    revision: integer("revision").notNull().default(1),
    /** The tab that may hold media. Null after leaving. */
    leaseId: text("lease_id"),
    leaseAt: instant("lease_at"),
    lastSeenAt: instant("last_seen_at"),
    /** What that tab's connection was like then; null while it says nothing of it. */
    line: text("line", { enum: ["good", "poor", "lost"] }),
    arrivedEpoch: text("arrived_epoch"),
    /** A room the person visits by choice (hosts only); null means where the rows say. */
    visitingRoomId: refTo("visiting_room_id", "room").references(() => rooms.id, { onDelete: "set null" }),
    /** By hosts: let in from the lobby, brought onto the stage, asked to switch the microphone on. */
    admittedAt: instant("admitted_at"),
    onStageAt: instant("on_stage_at"),
    unmuteAskedAt: instant("unmute_asked_at"),
  },
  (table) => [index("placements_by_event").on(table.eventId)],
);

export const sanctions = pgTable(
  "sanctions",
  {
    id: id("sanction"),
    eventId: ofEvent(),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["ban", "silence", "no_chat"] }).notNull(),
    /** Null lasts for the whole event. */
    until: instant("until"),
    byAdmissionId: refTo("by_admission_id", "admission"),
    liftedAt: instant("lifted_at"),
    /** How often somebody who is banned was found in a room all the same, by a token of before. */
    returns: integer("returns").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    index("sanctions_by_admission").on(table.admissionId),
    index("sanctions_by_event").on(table.eventId),
  ],
);

/** One stay of one connection: its key is LiveKit's participant SID, so repeats and order do not matter. */
export const participations = pgTable(
  "participations",
  {
    participantSid: text("participant_sid").primaryKey(),
    eventId: ofEvent(),
    admissionId: refTo("admission_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    roomId: refTo("room_id", "room")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    joinedAt: instant("joined_at"),
    leftAt: instant("left_at"),
    source: text("source", { enum: ["webhook", "reconcile"] }).notNull(),
    misses: integer("misses").notNull().default(0),
  },
  (table) => [
    index("participations_by_event").on(table.eventId),
    index("participations_by_admission").on(table.admissionId),
  ],
);

/** Room features a host switched for this event; parsed by `roomSettings` in domain/rooms/schema.ts. */
export const roomSettings = pgTable("room_settings", {
  eventId: ofEvent().primaryKey(),
  settings: jsonb("settings").notNull(),
});
