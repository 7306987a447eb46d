import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, refTo } from "../columns";
import { meetingPeople, meetings } from "./matchmaking";
import { people } from "./people";

/** One person of one talk, as every table here names them: it goes with the talk, and with the person. */
const ofOne = () => ({
  meetingId: refTo("meeting_id", "meeting").notNull(),
  personId: refTo("person_id", "person").notNull(),
});

/**
 * Whether somebody came to a talk, written down once it is over; until then it is read from the stays in its room. What an
 * organizer says in `corrected` counts instead of what was seen.
 */
export const talkPresences = pgTable(
  "talk_presences",
  {
    ...ofOne(),
    /** `unknown` where nobody could see it: at a table, or where the event keeps no minutes. */
    seen: text("seen", { enum: ["came", "missed", "unknown"] }).notNull(),
    joinedAt: instant("joined_at"),
    seconds: integer("seconds").notNull().default(0),
    /** Of those seconds: together with somebody else of the talk. */
    togetherSeconds: integer("together_seconds").notNull().default(0),
    closedAt: instant("closed_at").notNull(),
    corrected: text("corrected", { enum: ["came", "missed"] }),
    correctedAt: instant("corrected_at"),
    correctedBy: refTo("corrected_by", "person").references(() => people.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({ name: "talk_presences_once", columns: [table.meetingId, table.personId] }),
    foreignKey({
      name: "talk_presences_of_one",
      columns: [table.meetingId, table.personId],
      foreignColumns: [meetingPeople.meetingId, meetingPeople.personId],
    }).onDelete("cascade"),
    index("talk_presences_by_person").on(table.personId),
    index("talk_presences_by_corrector").on(table.correctedBy),
    check("talk_presences_seconds", sql`${table.togetherSeconds} between 0 and ${table.seconds}`),
  ],
);

/** What became of an agreed talk: moved from one time to another, given up by who waited in vain, or called off. */
export const talkChanges = pgTable(
  "talk_changes",
  {
    meetingId: refTo("meeting_id", "meeting")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    /** The talk's calendar sequence after it: a talk changes once to each. */
    sequence: integer("sequence").notNull(),
    kind: text("kind", { enum: ["moved", "released", "cancelled"] }).notNull(),
    at: instant("at").notNull(),
    /** Who did it: one of its people, or an organizer, also by publishing a plan. */
    byPersonId: refTo("by_person_id", "person").references(() => people.id, { onDelete: "set null" }),
    fromStartsAt: instant("from_starts_at").notNull(),
    fromEndsAt: instant("from_ends_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "talk_changes_once", columns: [table.meetingId, table.sequence] }),
    index("talk_changes_by_person").on(table.byPersonId),
  ],
);

/** Who was told that the other side waits, once for each start of a talk. */
export const talkNudges = pgTable(
  "talk_nudges",
  {
    ...ofOne(),
    startsAt: instant("starts_at").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ name: "talk_nudges_once", columns: [table.meetingId, table.personId, table.startsAt] }),
    foreignKey({
      name: "talk_nudges_of_one",
      columns: [table.meetingId, table.personId],
      foreignColumns: [meetingPeople.meetingId, meetingPeople.personId],
    }).onDelete("cascade"),
    index("talk_nudges_by_person").on(table.personId),
  ],
);

/** Who would like to talk on after this end; the talk goes on once everybody has said so. */
export const talkExtensions = pgTable(
  "talk_extensions",
  {
    ...ofOne(),
    /** The end that is to be moved: a wish for another end says nothing about this one. */
    endsAt: instant("ends_at").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ name: "talk_extensions_once", columns: [table.meetingId, table.personId, table.endsAt] }),
    foreignKey({
      name: "talk_extensions_of_one",
      columns: [table.meetingId, table.personId],
      foreignColumns: [meetingPeople.meetingId, meetingPeople.personId],
    }).onDelete("cascade"),
    index("talk_extensions_by_person").on(table.personId),
  ],
);

/** Who gives their address to the others of a talk; it is seen by those who have given theirs. */
export const contactShares = pgTable(
  "contact_shares",
  {
    ...ofOne(),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ name: "contact_shares_once", columns: [table.meetingId, table.personId] }),
    foreignKey({
      name: "contact_shares_of_one",
      columns: [table.meetingId, table.personId],
      foreignColumns: [meetingPeople.meetingId, meetingPeople.personId],
    }).onDelete("cascade"),
    index("contact_shares_by_person").on(table.personId),
  ],
);

/** What somebody noted about a talk for themselves: nobody else reads it, no organizer either. */
export const talkNotes = pgTable(
  "talk_notes",
  {
    ...ofOne(),
    text: text("text").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "talk_notes_once", columns: [table.meetingId, table.personId] }),
    foreignKey({
      name: "talk_notes_of_one",
      columns: [table.meetingId, table.personId],
      foreignColumns: [meetingPeople.meetingId, meetingPeople.personId],
    }).onDelete("cascade"),
    index("talk_notes_by_person").on(table.personId),
  ],
);
