import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { attendanceRecords, attendanceTotals, checkIns } from "@/db/schema/attendance";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { ok } from "@/lib/result";
import { countsAsIn, eventToSumUp, keptAttendance } from "../queries";
import { curveOf } from "../queries/live";

/**
 * Keeps of the attendance of one event that is over for half a year how many were there, at once too, how long together, and how many
 * were let in on site, and deletes who it was (P10). `gone` is 0 when no event is left.
 */
export const forgetAttendance = defineCommand({
  name: "forget-attendance",
  input: z.object({}),
  permission: "fact.dispatch",
  quiet: true,
  load: async ({ tx, now }) => ({ networkId: null, oldest: await eventToSumUp(now, tx) }),
  run: async (context, _input, { oldest: eventId }) => {
    const { tx, now } = context;
    if (!eventId) return ok({ gone: 0 });
    const present = (await keptAttendance(tx, { eventId, now })).filter(({ seconds }) => seconds > 0);
    const seconds = present.reduce((sum, one) => sum + one.seconds, 0);
    const peak = (await curveOf(tx, { eventId, now }))?.peak.count ?? 0;
    const letIn = and(eq(checkIns.eventId, eventId), countsAsIn);
    const checkedIn = await tx.$count(checkIns, letIn);
    await tx
      .insert(attendanceTotals)
      .values({ eventId, people: present.length, seconds, peak, checkedIn, closedAt: now })
      .onConflictDoNothing();
    await tx.delete(attendanceRecords).where(eq(attendanceRecords.eventId, eventId));
    await tx.delete(checkIns).where(eq(checkIns.eventId, eventId));
    await noteForgotten(
      context,
      "attendance",
      present.map(() => eventId),
    );
    return ok({ gone: 1 });
  },
});
