"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/auth/form-action";
import { archiveTemplate } from "@/domain/planning/commands/archive-template";
import { planSeries } from "@/domain/planning/commands/plan-series";
import { saveTemplate } from "@/domain/planning/commands/save-template";
import { updateTemplate } from "@/domain/planning/commands/update-template";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** Keeps an event as a template of its network. Fields: eventId, name. */
export const saveTemplateAction = formAction(saveTemplate, { input: (body) => body });

/** Changes a template. Fields as in `updateTemplateInput`; a box that is not ticked is not posted and means no. */
export const updateTemplateAction = formAction(updateTemplate, { input: (body) => body });

/** Takes a template off the shelf or puts it back. Fields: templateId, archived (yes or no). */
export const archiveTemplateAction = formAction(archiveTemplate, { input: (body) => body });

/**
 * A whole series from its file: `step` look only answers what would be made; make leads to the office that then has the
 * drafts. Fields as in `planSeriesInput`.
 */
export const planSeriesAction = formAction(planSeries, {
  input: (body) => body,
  done: ({ made, networkSlug, locale }) => {
    if (made > 0) redirect(href(localeOf(locale), `/o/${networkSlug}?drafts=${made}`));
  },
});
