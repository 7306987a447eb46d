import { eq } from "drizzle-orm";
import { z } from "zod";
import { talkWindows } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import { movedTo } from "@/domain/programme/rules/moving";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { hasTalkHours, hoursWithin, SLOT_MINUTES, type Span } from "../rules";

/** Hours keep their distance to the start of the event that they were set for, as its agenda does. */
function hoursMovedWith(
  event: EventScope,
  { measuredFrom, ...hours }: typeof talkWindows.$inferSelect,
): Span {
  if (!measuredFrom || measuredFrom.getTime() === event.startsAt.getTime()) return hours;
  const length = event.endsAt.getTime() - event.startsAt.getTime();
  const before = { ...event, startsAt: measuredFrom, endsAt: new Date(measuredFrom.getTime() + length) };
  return movedTo(before, event)(hours);
}

/**
 * Gives an event of a kind that lives from talks its hours for them, the whole event at first; those of a moved event
 * move along with it, and become the whole event where they no longer lie within it. Doing it again changes nothing.
 */
export const planTalkHours = defineCommand({
  name: "plan-talk-hours",
  input: z.object({ eventId: idOf("event") }),
  permission: "talks.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId }, event) => {
    const [window] = await tx
      .select()
      .from(talkWindows)
      .where(eq(talkWindows.eventId, eventId))
      .for("update");
    if (!window && !hasTalkHours(event.kind)) return ok({ planned: false });
    const { startsAt, endsAt } = hoursWithin(event, window && hoursMovedWith(event, window));
    const hours = { startsAt, endsAt, measuredFrom: event.startsAt };
    await tx
      .insert(talkWindows)
      .values({ ...hours, eventId, slotMinutes: SLOT_MINUTES })
      .onConflictDoUpdate({ target: talkWindows.eventId, set: hours });
    return ok({ planned: true });
  },
});
