import type { z } from "zod";
import { openForm } from "@/domain/forms/commands/open-form";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { openTalkHours } from "@/domain/matchmaking/commands/open-talk-hours";
import { openMails } from "@/domain/notifications/commands/open-mails";
import { createEvent } from "@/domain/programme/commands/create-event";
import { isByClock } from "@/domain/programme/rules/moving";
import type { createEventInput } from "@/domain/programme/schema";
import { openSeats } from "@/domain/registration/commands/open-seats";
import type { EventPlan } from "../schema";

type Draft = Omit<z.input<typeof createEventInput>, "plan"> & { plan: EventPlan };

/**
 * A draft with everything its plan says, each part written by the module whose tables it fills. Without hours for talks
 * in the plan, the kind of the event decides later whether it has any.
 */
export async function planDraft(context: Context, input: Draft) {
  const { seats, talks, form, mails, minutes } = input.plan;
  const { eventId, slug } = await within(context, createEvent, input);
  await within(context, openSeats, { eventId, ...seats });
  if (form.length > 0) await within(context, openForm, { eventId, form });
  if (talks) await within(context, openTalkHours, { eventId, byClock: isByClock(minutes), ...talks });
  if (mails) await within(context, openMails, { eventId, ...mails });
  return { eventId, slug };
}
