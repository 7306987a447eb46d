import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, instant, refTo } from "../columns";
import { ofEvent } from "./programme";
import { rooms } from "./rooms";

/**
 * What the people of one room write or draw together: its notes or its whiteboard, as a Yjs document. Nobody's name stands
 * here: a sheet is the work of a room.
 */
export const sheets = pgTable(
  "sheets",
  {
    id: id("sheet"),
    eventId: ofEvent(),
    roomId: refTo("room_id", "room")
      .notNull()
      .references(() => rooms.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["notes", "whiteboard"] }).notNull(),
    /** Number of the newest update; 0 while nothing was written. */
    seq: integer("seq").notNull().default(0),
    /** All updates up to `stateSeq`, merged into one; those after it are rows of their own. */
    state: bytes("state"),
    stateSeq: integer("state_seq").notNull().default(0),
    /** Since when everybody of the event may read what a breakout wrote. */
    sharedAt: instant("shared_at"),
    changedAt: instant("changed_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("sheets_one_per_kind").on(table.roomId, table.kind),
    index("sheets_by_event").on(table.eventId),
    check("sheets_merged_up_to_the_newest", sql`${table.stateSeq} between 0 and ${table.seq}`),
    check("sheets_state_when_merged", sql`(${table.state} is null) = (${table.stateSeq} = 0)`),
  ],
);

/** What was written since the last merge, and a little before, so that whoever reads along gets only what is new. */
export const sheetUpdates = pgTable(
  "sheet_updates",
  {
    sheetId: refTo("sheet_id", "sheet")
      .notNull()
      .references(() => sheets.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    update: bytes("update").notNull(),
  },
  (table) => [primaryKey({ name: "sheet_updates_in_order", columns: [table.sheetId, table.seq] })],
);
