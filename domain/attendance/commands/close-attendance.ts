import { attendanceRecords } from "@/db/schema/attendance";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { computeAttendance, isSummedUp } from "../queries";
import { closeInput } from "../schema";

/** Writes the final attendance of an event. Run once or often, the first record of each person stays. */
export const closeAttendance = defineCommand({
  name: "close-attendance",
  input: closeInput,
  permission: "attendance.close",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx, now }, { eventId }) => {
    // What was forgotten is not written again from stays that are still there. No lock holds that together: records
    // written beside a sum that was just made are found by the next forgetting, which deletes them and keeps the sum.
    if (await isSummedUp(eventId, tx)) return ok({ people: 0 });
    const people = await computeAttendance(tx, eventId, now);
    if (people.length === 0) return ok({ people: 0 });
    await tx
      .insert(attendanceRecords)
      .values(people.map(({ admissionId, seconds }) => ({ eventId, admissionId, seconds, closedAt: now })))
      .onConflictDoNothing();
    return ok({ people: people.length });
  },
});
