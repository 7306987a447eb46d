import { eq } from "drizzle-orm";
import { z } from "zod";
import { talkWindows } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { hasTalkHours, hoursWithin } from "../rules";

const SLOT_MINUTES = 20;

/**
 * Gives an event of a kind that lives from talks its hours for them, the whole event at first; hours that no longer
 * lie within a moved event follow it. Doing it again changes nothing.
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
    const { startsAt, endsAt } = hoursWithin(event, window);
    await tx
      .insert(talkWindows)
      .values({ eventId, startsAt, endsAt, slotMinutes: SLOT_MINUTES })
      .onConflictDoUpdate({ target: talkWindows.eventId, set: { startsAt, endsAt } });
    return ok({ planned: true });
  },
});
