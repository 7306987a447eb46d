import type { z } from "zod";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { openTalkHours } from "@/domain/matchmaking/commands/open-talk-hours";
import { createEvent } from "@/domain/programme/commands/create-event";
import type { createEventInput } from "@/domain/programme/schema";
import { openSeats } from "@/domain/registration/commands/open-seats";

/**
 * A draft with everything its plan says, each part written by the module whose tables it fills. Without hours for talks
 * in the plan, the kind of the event decides later whether it has any.
 */
export async function planDraft(context: Context, input: z.input<typeof createEventInput>) {
  const { eventId, slug, seats, talks, byClock } = await within(context, createEvent, input);
  await within(context, openSeats, { eventId, ...seats });
  if (talks) await within(context, openTalkHours, { eventId, byClock, ...talks });
  return { eventId, slug };
}
