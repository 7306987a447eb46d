"use server";

import { formAction } from "@/auth/form-action";
import { adoptPlan } from "@/domain/matchmaking/commands/adopt-plan";
import { beginDraft } from "@/domain/matchmaking/commands/begin-draft";
import { changeTalkHours } from "@/domain/matchmaking/commands/change-talk-hours";
import { discardDraft } from "@/domain/matchmaking/commands/discard-draft";
import { limitTalks } from "@/domain/matchmaking/commands/limit-talks";
import { lockTalk } from "@/domain/matchmaking/commands/lock-talk";
import { moveTalk } from "@/domain/matchmaking/commands/move-talk";
import { publishPlan } from "@/domain/matchmaking/commands/publish-plan";
import { requireTalk } from "@/domain/matchmaking/commands/require-talk";
import { startPlan } from "@/domain/matchmaking/commands/start-plan";
import { stopPlan } from "@/domain/matchmaking/commands/stop-plan";
import { undoPlanChange } from "@/domain/matchmaking/commands/undo-plan-change";

/** Asks for a plan. Fields as in `startPlanInput`; an unticked box is not posted and means no. */
export const startPlanAction = formAction(startPlan, {
  input: (body) => ({ ...body, keepLocked: ["on", "true"].includes(String(body.keepLocked)) }),
});

/** Ends a search with what it has. Fields: runId. */
export const stopPlanAction = formAction(stopPlan, { input: (body) => body });

/** Makes what a search came to the draft. Fields: runId. */
export const adoptPlanAction = formAction(adoptPlan, { input: (body) => body });

/** Fields: eventId, talkId, slot (empty takes the talk out of its time), table (or empty). */
export const moveTalkAction = formAction(moveTalk, { input: (body) => body });

/** Fields: eventId, talkId, locked (true or false). */
export const lockTalkAction = formAction(lockTalk, { input: (body) => body });

/** Fields: eventId. */
export const undoPlanChangeAction = formAction(undoPlanChange, { input: (body) => body });

/** Fields: eventId. */
export const discardDraftAction = formAction(discardDraft, { input: (body) => body });

/** Makes a draft of the published plan. Fields: eventId. */
export const beginDraftAction = formAction(beginDraft, { input: (body) => body });

/** Fields: eventId, seen (the version of the draft that was looked at). */
export const publishPlanAction = formAction(publishPlan, { input: (body) => body });

/** An organizer wants two to meet. Fields: eventId, one, other, wanted (yes or no). */
export const requireTalkAction = formAction(requireTalk, {
  input: ({ one, other, ...body }) => ({ ...body, personIds: [one, other] }),
});

/** How many talks one person should have and takes. Fields: eventId, personId, min, max. */
export const limitTalksAction = formAction(limitTalks, { input: (body) => body });

/** When talks can take place, and how long each lasts. Fields: eventId, startsLocal, durationMinutes, slotMinutes, pauseMinutes. */
export const changeTalkHoursAction = formAction(changeTalkHours, { input: (body) => body });
