import { eq } from "drizzle-orm";
import { z } from "zod";
import { talkWindows } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { intoCopy } from "@/domain/programme/rules/moving";
import { idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { hoursWithin } from "../rules";

/** Gives a new event the hours for talks of another of the same network, at the same distance from its start. */
export const copyTalkHours = defineCommand({
  name: "copy-talk-hours",
  input: z.object({ eventId: idOf("event"), fromEventId: idOf("event") }),
  permission: "talks.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, fromEventId }, event) => {
    const original = await eventScope(tx, fromEventId);
    if (original?.networkId !== event.networkId) return fail("not_found", "missing");
    const [hours] = await tx.select().from(talkWindows).where(eq(talkWindows.eventId, fromEventId));
    if (hours) {
      const { startsAt, endsAt } = hoursWithin(event, intoCopy(original, event.startsAt)(hours));
      const own = { eventId, startsAt, endsAt, measuredFrom: event.startsAt };
      await tx.insert(talkWindows).values({ ...hours, ...own });
    }
    return ok({ eventId });
  },
  onConstraint: { talk_windows_pkey: fail("conflict", "wrong_state").failure },
});
