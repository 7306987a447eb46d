"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/auth/form-action";
import { planCopies } from "@/domain/planning/commands/plan-copies";
import { planEvent } from "@/domain/planning/commands/plan-event";
import { beginSession } from "@/domain/programme/commands/begin-session";
import { cancelEvent } from "@/domain/programme/commands/cancel-event";
import { connectSpeaker } from "@/domain/programme/commands/connect-speaker";
import { moveMaterial } from "@/domain/programme/commands/move-material";
import { moveSession } from "@/domain/programme/commands/move-session";
import { moveSpeaker } from "@/domain/programme/commands/move-speaker";
import { postponeEvent } from "@/domain/programme/commands/postpone-event";
import { publishEvent } from "@/domain/programme/commands/publish-event";
import { removeMaterial } from "@/domain/programme/commands/remove-material";
import { removeSession } from "@/domain/programme/commands/remove-session";
import { removeSpeaker } from "@/domain/programme/commands/remove-speaker";
import { resumeEvent } from "@/domain/programme/commands/resume-event";
import { saveMaterial } from "@/domain/programme/commands/save-material";
import { saveSession } from "@/domain/programme/commands/save-session";
import { saveSpeaker } from "@/domain/programme/commands/save-speaker";
import { setPicture } from "@/domain/programme/commands/set-picture";
import { shareEvent } from "@/domain/programme/commands/share-event";
import { updateEvent } from "@/domain/programme/commands/update-event";
import { MAX_COPIES } from "@/domain/programme/rules/copies";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** A draft from a template and three entries; leads to its desk. Fields as in `createEventInput`. */
export const planEventAction = formAction(planEvent, {
  input: (body) => body,
  done: ({ networkSlug, slug }, { locale }) =>
    redirect(href(localeOf(locale), `/o/${networkSlug}/e/${slug}`)),
});

/**
 * Drafts like an event on other days; leads to the office that has them, and says how many. Fields: eventId, days.0 to
 * days.30 (one more than allowed, so that it can be refused), rhythm, count.
 */
export const duplicateEventAction = formAction(planCopies, {
  input: (body) => ({
    ...body,
    days: Array.from({ length: MAX_COPIES + 1 }, (_, index) => body[`days.${index}`] ?? ""),
  }),
  done: ({ copies, networkSlug, locale }) =>
    redirect(href(localeOf(locale), `/o/${networkSlug}?drafts=${copies.length}`)),
});

/** Changes what the page of an event says; absent fields stay. Fields as in `updateEventInput`. */
export const updateEventAction = formAction(updateEvent, {
  // Boxes that are not ticked are not posted; on this form none ticked means no topics.
  input: (body) => ({ ...body, topics: body.topics ?? [] }),
});

/** Says for whom an event is. Fields: eventId, membersOnly, membersBy (list, domain, asking). */
export const changeEntranceAction = formAction(updateEvent, {
  // Boxes that are not ticked are not posted; on this form their absence means no.
  input: (body) => ({
    eventId: body.eventId,
    membersOnly: body.membersOnly === "on",
    membersBy: body.membersBy ?? [],
  }),
});

/** Puts an item on an event's agenda or changes it. Fields as in `saveSessionInput`. */
export const saveSessionAction = formAction(saveSession, { input: (body) => body });

/** Fields: eventId, sessionId, direction (up or down). */
export const moveSessionAction = formAction(moveSession, { input: (body) => body });

/** Fields: eventId, sessionId, begun (yes or no). */
export const beginSessionAction = formAction(beginSession, { input: (body) => body });

/** Fields: eventId, sessionId. */
export const removeSessionAction = formAction(removeSession, { input: (body) => body });

/** Puts a name on an event's page or changes it. Fields as in `saveSpeakerInput`. */
export const saveSpeakerAction = formAction(saveSpeaker, { input: (body) => body });

/** Takes a speaker's picture away. Fields: eventId, speakerId. */
export const removePictureAction = formAction(setPicture, {
  input: ({ eventId, speakerId }) => ({ eventId, speakerId, fileId: null }),
});

/** Fields: eventId, speakerId, direction (up or down). */
export const moveSpeakerAction = formAction(moveSpeaker, { input: (body) => body });

/** Fields: eventId, speakerId. */
export const removeSpeakerAction = formAction(removeSpeaker, { input: (body) => body });

/** Says which person a name on the page is. Fields as in `connectSpeakerInput`. */
export const connectSpeakerAction = formAction(connectSpeaker, { input: (body) => body });

/** Puts a link among an event's materials or changes one of them. Fields as in `saveMaterialInput`. */
export const saveMaterialAction = formAction(saveMaterial, { input: (body) => body });

/** Fields: eventId, materialId, direction (up or down). */
export const moveMaterialAction = formAction(moveMaterial, { input: (body) => body });

/** Fields: eventId, materialId. */
export const removeMaterialAction = formAction(removeMaterial, { input: (body) => body });

/** Makes a draft public. Field: eventId. */
export const publishEventAction = formAction(publishEvent, { input: (body) => ({ eventId: body.eventId }) });

/** Puts an event off until it has a new date, and tells everybody registered. Field: eventId. */
export const postponeEventAction = formAction(postponeEvent, {
  input: (body) => ({ eventId: body.eventId }),
});

/** Takes a postponement back and tells everybody registered. Field: eventId. */
export const resumeEventAction = formAction(resumeEvent, { input: (body) => ({ eventId: body.eventId }) });

/** Cancels an event for good and tells everybody registered. Field: eventId. */
export const cancelEventAction = formAction(cancelEvent, { input: (body) => ({ eventId: body.eventId }) });

/** What another network has of an event. Fields: eventId, networkId, shown, hasAccess. */
export const shareEventAction = formAction(shareEvent, {
  // Boxes that are not ticked are not posted; on this form their absence means no.
  input: (body) => ({ ...body, shown: body.shown === "on", hasAccess: body.hasAccess === "on" }),
});
