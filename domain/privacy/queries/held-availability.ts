import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { availabilityMarks, busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { events } from "@/db/schema/programme";
import type { Holder } from "@/domain/registration/queries/of-person";
import type { Entry } from "../rules";

/** When somebody said they can talk, and when calendars that they brought along say that they are busy. */
export async function heldAvailability(reader: Reader, { personId }: Holder): Promise<Entry[]> {
  const marks = await reader
    .select({
      event: events.title,
      mark: availabilityMarks.mark,
      startsAt: availabilityMarks.startsAt,
      endsAt: availabilityMarks.endsAt,
    })
    .from(availabilityMarks)
    .innerJoin(events, eq(events.id, availabilityMarks.eventId))
    .where(eq(availabilityMarks.personId, personId))
    .orderBy(asc(availabilityMarks.startsAt));
  const calendars = await reader
    .select({ text: calendarImports.address, createdAt: calendarImports.createdAt })
    .from(calendarImports)
    .where(eq(calendarImports.personId, personId))
    .orderBy(asc(calendarImports.createdAt));
  const busy = await reader
    .select({ startsAt: busyTimes.startsAt, endsAt: busyTimes.endsAt })
    .from(busyTimes)
    .innerJoin(calendarImports, eq(calendarImports.id, busyTimes.importId))
    .where(eq(calendarImports.personId, personId))
    .orderBy(asc(busyTimes.startsAt));
  return [...marks, ...calendars, ...busy.map((time) => ({ mark: "busy", ...time }))];
}
