import { and, eq, isNull } from "drizzle-orm";
import { checkIns } from "@/db/schema/attendance";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { undoCheckInInput } from "../schema";

/**
 * Takes back exactly the entry that whoever undoes it has seen. One that another door made since then stays, and undoing
 * twice is undoing once. Whoever entered the room online cannot be taken back: they were there.
 */
export const undoCheckIn = defineCommand({
  name: "undo-check-in",
  input: undoCheckInInput,
  permission: "attendance.checkIn",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx, now }, { eventId, registrationId, at }) => {
    const meant = and(
      eq(checkIns.registrationId, registrationId),
      eq(checkIns.eventId, eventId),
      eq(checkIns.at, at),
      isNull(checkIns.undoneAt),
    );
    const undone = await tx
      .update(checkIns)
      .set({ undoneAt: now })
      .where(meant)
      .returning({ registrationId: checkIns.registrationId });
    return ok({ registrationId, undone: undone.length > 0 });
  },
});
