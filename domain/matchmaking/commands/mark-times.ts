import { and, eq } from "drizzle-orm";
import { availabilityMarks } from "@/db/schema/matchmaking-availability";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { findWindow } from "../internal/bookings";
import { sideScope } from "../internal/side-scope";
import { slotsOf } from "../rules";
import { markTimesInput } from "../schema";

/** Says of every slot of an event whether one can talk then, and when one would like to best. Replaces what was said before. */
export const markTimes = defineCommand({
  name: "mark-times",
  input: markTimesInput,
  permission: "availability.mark",
  load: ({ tx, actor }, { eventId }) => sideScope(tx, actor, eventId),
  run: async ({ tx }, { eventId, blocked, preferred }, { side: { personId } }) => {
    if (!personId) return fail("conflict", "not_opted_in");
    const window = await findWindow(tx, eventId);
    if (!window) return fail("conflict", "no_talks");
    const slots = new Map(slotsOf(window).map((slot) => [slot.startsAt.getTime(), slot]));
    // Not then, and best then, is not then.
    const marks = new Map([
      ...preferred.map((at) => [at.getTime(), "preferred" as const] as const),
      ...blocked.map((at) => [at.getTime(), "blocked" as const] as const),
    ]);
    const rows = [...marks].flatMap(([at, mark]) => {
      const slot = slots.get(at);
      return slot ? [{ eventId, personId, ...slot, mark }] : [];
    });
    if (rows.length < marks.size) return fail("invalid", "outside_window");
    await tx
      .delete(availabilityMarks)
      .where(and(eq(availabilityMarks.eventId, eventId), eq(availabilityMarks.personId, personId)));
    if (rows.length > 0) await tx.insert(availabilityMarks).values(rows);
    return ok({ marked: rows.length });
  },
});
