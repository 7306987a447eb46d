import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, instant, refTo } from "../columns";
import { ofEvent } from "./programme";
import { admissions, liveSessions, rooms, rounds } from "./rooms";

/** Who meets whom in speed networking. Its key is the promise: nobody meets the same person twice in one session. */
export const roundMeetings = pgTable(
  "round_meetings",
  {
    liveSessionId: refTo("live_session_id", "liveSession")
      .notNull()
      .references(() => liveSessions.id, { onDelete: "cascade" }),
    oneId: refTo("one_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    otherId: refTo("other_id", "admission")
      .notNull()
      .references(() => admissions.id, { onDelete: "cascade" }),
    roundId: refTo("round_id", "round")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({
      name: "round_meetings_once",
      columns: [table.liveSessionId, table.oneId, table.otherId],
    }),
    check("round_meetings_in_order", sql`${table.oneId} < ${table.otherId}`),
    index("round_meetings_by_round").on(table.roundId),
    index("round_meetings_by_one").on(table.oneId),
    index("round_meetings_by_other").on(table.otherId),
  ],
);

/**
 * A host's second ear in a breakout, or second voice in all of them, while they stay where they are. One at a time; the row
 * is there, and told to the rooms, before any token for it is given.
 */
export const asides = pgTable(
  "asides",
  {
    admissionId: refTo("admission_id", "admission")
      .primaryKey()
      .references(() => admissions.id, { onDelete: "cascade" }),
    eventId: ofEvent(),
    kind: text("kind", { enum: ["listen", "speak"] }).notNull(),
    roundId: refTo("round_id", "round")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    /** The one that is listened to; who speaks, speaks to all of the round. */
    roomId: refTo("room_id", "room").references(() => rooms.id, { onDelete: "cascade" }),
    /** No sound before this: until then the rooms only read that it is about to. */
    soundFrom: instant("sound_from").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("asides_listen_to_one", sql`(${table.kind} = 'listen') = (${table.roomId} is not null)`),
    index("asides_by_round").on(table.roundId),
    index("asides_by_event").on(table.eventId),
    index("asides_by_room").on(table.roomId),
  ],
);
