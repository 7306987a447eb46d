import { and, eq } from "drizzle-orm";
import { calendarImports } from "@/db/schema/matchmaking-availability";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { sideScope } from "../internal/side-scope";
import { dropCalendarInput } from "../schema";

/** Forgets a calendar that somebody brought along, with all its times. */
export const dropCalendar = defineCommand({
  name: "drop-calendar",
  input: dropCalendarInput,
  permission: "calendar.import",
  load: ({ tx, actor }, { eventId }) => sideScope(tx, actor, eventId),
  run: async ({ tx }, { importId }, { side: { personId } }) => {
    if (!personId) return fail("not_found", "missing");
    const gone = await tx
      .delete(calendarImports)
      .where(and(eq(calendarImports.id, importId), eq(calendarImports.personId, personId)))
      .returning({ id: calendarImports.id });
    return gone.length > 0 ? ok({ importId }) : fail("not_found", "missing");
  },
});
