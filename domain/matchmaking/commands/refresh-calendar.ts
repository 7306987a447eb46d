import { eq } from "drizzle-orm";
import { calendarImports } from "@/db/schema/matchmaking-availability";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { storeBusyTimes } from "../internal/busy-times";
import { refreshCalendarInput } from "../schema";

/** Keeps what a calendar says now. Where it could not be fetched or read, what it said last stays, with the reason. */
export const refreshCalendar = defineCommand({
  name: "refresh-calendar",
  input: refreshCalendarInput,
  permission: "calendar.refresh",
  quiet: true,
  load: async ({ tx }, { importId }) => {
    const [row] = await tx
      .select({ id: calendarImports.id })
      .from(calendarImports)
      .where(eq(calendarImports.id, importId))
      .for("update");
    return row && { networkId: null };
  },
  run: async ({ tx, now }, { importId, outcome }) => {
    const isRead = "busy" in outcome;
    const said = isRead
      ? { readAt: now, triedAt: now, failure: null, problems: outcome.problems }
      : { triedAt: now, failure: outcome.failure };
    await tx.update(calendarImports).set(said).where(eq(calendarImports.id, importId));
    if (isRead) await storeBusyTimes(tx, importId, outcome.busy);
    return ok({ importId });
  },
});
