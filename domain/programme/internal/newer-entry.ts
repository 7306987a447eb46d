import { sql } from "drizzle-orm";
import { events } from "@/db/schema/programme";

/** What a change of time or place and a cancellation set: calendars take an entry for newer only when the number grew. */
export const newerEntry = (now: Date) => ({
  calendarSequence: sql`${events.calendarSequence} + 1`,
  calendarChangedAt: now,
});
