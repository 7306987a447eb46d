import { z } from "zod";
import { talkWindows } from "@/db/schema/matchmaking";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { placed } from "@/domain/programme/rules/moving";
import { idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { hoursWithin } from "../rules";

/** Gives a new event its hours for talks, measured from its start; `byClock` as its plan is measured. */
export const openTalkHours = defineCommand({
  name: "open-talk-hours",
  input: z.object({
    eventId: idOf("event"),
    byClock: z.boolean(),
    after: z.int().min(0),
    minutes: z.int().min(1),
    slotMinutes: z.int().min(1),
    pauseMinutes: z.int().min(0),
  }),
  permission: "talks.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, byClock, slotMinutes, pauseMinutes, ...part }, event) => {
    const { startsAt, endsAt } = hoursWithin(event, placed({ ...event, byClock }, part));
    const hours = { startsAt, endsAt, measuredFrom: event.startsAt, slotMinutes, pauseMinutes };
    await tx.insert(talkWindows).values({ ...hours, eventId });
    return ok({ eventId });
  },
  onConstraint: { talk_windows_pkey: fail("conflict", "wrong_state").failure },
});
