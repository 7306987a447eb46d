import { attendanceReminders } from "@/db/schema/attendance-afterwards";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { missingReminded } from "../events";
import { unremindedIds } from "../queries/missing";
import { mayRemind } from "../rules/remind";
import { remindMissingInput } from "../schema/afterwards";

/** So many mails are written in one transaction; see the writer of this fact. */
const AT_ONCE = 200;

/**
 * Has everybody reminded who has a seat online and is not there; nobody twice of one start, however many hosts click. The
 * rows say who was reminded, the fact has the mails written. Reasons: nobody_missing, not_now.
 */
export const remindMissing = defineCommand({
  name: "remind-missing",
  input: remindMissingInput,
  permission: "attendance.remind",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx, now, emit }, { eventId }, event) => {
    if (!mayRemind(event, now)) return fail("conflict", "not_now");
    const { startsAt } = event;
    const missing = await unremindedIds(tx, event);
    if (missing.length === 0) return fail("conflict", "nobody_missing");
    const rows = missing.map((registrationId) => ({ registrationId, eventId, startsAt, at: now }));
    const written = await tx
      .insert(attendanceReminders)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: attendanceReminders.registrationId });
    const ids = written.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += AT_ONCE)
      await emit({
        kind: missingReminded,
        payload: {
          eventId,
          startsAt: startsAt.toISOString(),
          registrationIds: ids.slice(from, from + AT_ONCE),
        },
      });
    return ok({ reminded: ids.length });
  },
});
