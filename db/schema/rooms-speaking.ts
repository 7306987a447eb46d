import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { refTo } from "../columns";
import { liveSessions } from "./rooms";

/** How long each role has spoken, all its people together: nobody's own time is kept. */
export const speakingTimes = pgTable(
  "speaking_times",
  {
    liveSessionId: refTo("live_session_id", "liveSession")
      .notNull()
      .references(() => liveSessions.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["host", "speaker", "participant"] }).notNull(),
    milliseconds: integer("milliseconds").notNull().default(0),
  },
  (table) => [primaryKey({ name: "speaking_times_once", columns: [table.liveSessionId, table.role] })],
);
