import { and, count, eq, ne } from "drizzle-orm";
import { calendarImports } from "@/db/schema/matchmaking-availability";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { lockCalendars } from "../internal/bookings";
import { storeBusyTimes } from "../internal/busy-times";
import { sideScope } from "../internal/side-scope";
import { importCalendarInput } from "../schema";

/** Calendars that one person brings along. */
const MOST = 5;

/**
 * Keeps when somebody is busy, as their own calendar says: the times alone. The same calendar brought again replaces what
 * it said before. The door has read the file, outside of any transaction, because that may take seconds.
 */
export const importCalendar = defineCommand({
  name: "import-calendar",
  input: importCalendarInput,
  permission: "calendar.import",
  load: ({ tx, actor }, { eventId }) => sideScope(tx, actor, eventId),
  run: async ({ tx, now }, { address, source, tentativeBlocks, busy, problems }, { side: { personId } }) => {
    if (!personId) return fail("conflict", "not_opted_in");
    // The registration that is held is that of one event alone, and calendars are the person's in all of them.
    await lockCalendars(tx, [personId]);
    const others = and(eq(calendarImports.personId, personId), ne(calendarImports.source, source));
    const [row] = await tx.select({ imports: count() }).from(calendarImports).where(others);
    if ((row?.imports ?? 0) >= MOST) return fail("conflict", "too_many_calendars");
    const read = { tentativeBlocks, problems, readAt: now, triedAt: now, failure: null };
    const [stored] = await tx
      .insert(calendarImports)
      .values({ ...read, personId, address, source, createdAt: now })
      .onConflictDoUpdate({ target: [calendarImports.personId, calendarImports.source], set: read })
      .returning({ id: calendarImports.id });
    if (!stored) throw new Error("the calendar was not stored");
    await storeBusyTimes(tx, stored.id, busy);
    return ok({ importId: stored.id, times: busy.length });
  },
});
