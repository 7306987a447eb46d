import { atDesk, someDay } from "./action-forms";
import type { ActionProbe, Row } from "./probe";

/** Doors of planning everybody's talks. */
export const plans: Row[] = [
  [
    "app/api/events/[eventId]/plan/csv/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/plan/csv`,
    () => [
      { format: "excel", locale: "de" },
      { format: "excel", locale: "de", list: "unplaced", runId: "run_aaaaaaaa" },
      { format: "excel", locale: "de", version: "1" },
    ],
  ],
  [
    "app/api/events/[eventId]/plan/papers/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/plan/papers`,
    () => [{ by: "person", locale: "de" }],
  ],
  [
    "app/api/me/wishes/route.ts#POST",
    () => "/api/me/wishes",
    ({ eventId, personId }) => [
      { eventId, personId, wish: "must" },
      { eventId, personId, wish: "none" },
    ],
  ],
];

const search = { scope: "all", min: "1", max: "8", restAfter: "0", keepLocked: "true", seconds: "1" };

/** The actions of the matrix. */
export const planActions: readonly ActionProbe[] = [
  atDesk("actions/plan.ts#startPlanAction", ({ eventId }) => ({ eventId, ...search })),
  atDesk("actions/plan.ts#stopPlanAction", () => ({ runId: "run_aaaaaaaa" })),
  atDesk("actions/plan.ts#adoptPlanAction", () => ({ runId: "run_aaaaaaaa" })),
  atDesk("actions/plan.ts#moveTalkAction", ({ eventId, meetingId }) => ({
    ...{ eventId, talkId: meetingId, slot: "1" },
  })),
  atDesk("actions/plan.ts#lockTalkAction", ({ eventId, meetingId }) => ({
    ...{ eventId, talkId: meetingId, locked: "true" },
  })),
  atDesk("actions/plan.ts#undoPlanChangeAction", ({ eventId }) => ({ eventId })),
  atDesk("actions/plan.ts#discardDraftAction", ({ eventId }) => ({ eventId })),
  atDesk("actions/plan.ts#beginDraftAction", ({ eventId }) => ({ eventId })),
  atDesk("actions/plan.ts#publishPlanAction", ({ eventId }) => ({ eventId, seen: "1" })),
  atDesk("actions/plan.ts#requireTalkAction", ({ eventId, personId }) => ({
    ...{ eventId, one: personId, other: "per_aaaaaaaa", wanted: "yes" },
  })),
  atDesk("actions/plan.ts#limitTalksAction", ({ eventId, personId }) => ({
    ...{ eventId, personId, min: "0", max: "1" },
  })),
  atDesk("actions/plan.ts#changeTalkHoursAction", ({ eventId }) => ({
    ...{ eventId, startsLocal: `${someDay}T10:00`, durationMinutes: "60" },
    ...{ slotMinutes: "10", pauseMinutes: "0" },
  })),
];
