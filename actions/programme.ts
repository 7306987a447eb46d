"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/auth/form-action";
import { cancelEvent } from "@/domain/programme/commands/cancel-event";
import { publishEvent } from "@/domain/programme/commands/publish-event";
import { updateEvent } from "@/domain/programme/commands/update-event";
import { planEvent } from "@/domain/registration/commands/plan-event";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** A draft from a template and three entries; leads to its desk. Fields as in `createEventInput`. */
export const planEventAction = formAction(planEvent, {
  input: (body) => body,
  done: ({ networkSlug, slug }, { locale }) =>
    redirect(href(localeOf(locale), `/o/${networkSlug}/e/${slug}`)),
});

/** Changes what the page of an event says; absent fields stay. Fields as in `updateEventInput`. */
export const updateEventAction = formAction(updateEvent, { input: (body) => body });

/** Makes a draft public. Field: eventId. */
export const publishEventAction = formAction(publishEvent, { input: (body) => ({ eventId: body.eventId }) });

/** Cancels an event for good and tells everybody registered. Field: eventId. */
export const cancelEventAction = formAction(cancelEvent, { input: (body) => ({ eventId: body.eventId }) });
