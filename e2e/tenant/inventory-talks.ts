import type { Row } from "./probe";

/** Doors of talks by appointment: requests, answers, times, calendars that people bring along. */
export const talks: Row[] = [
  [
    "app/api/events/[eventId]/tables/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/tables`,
    () => [{ count: "3" }],
  ],
  [
    "app/api/events/[eventId]/talks/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/talks`,
    ({ personId, slot }) => [{ one: personId, other: "per_aaaaaaaa", startsAt: slot }],
  ],
  [
    "app/api/events/[eventId]/talks-report/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/talks-report`,
    () => [{ format: "excel" }, { format: "rfc4180" }, { format: "pdf" }],
  ],
  [
    "app/api/networks/[networkId]/series/[seriesId]/talks-report/route.ts#POST",
    ({ networkId, seriesId }) => `/api/networks/${networkId}/series/${seriesId}/talks-report`,
    () => [{ format: "excel" }, { format: "pdf" }],
  ],
  [
    "app/api/meetings/route.ts#POST",
    () => "/api/meetings",
    ({ eventId, personId, slot }) => [{ eventId, toPersonId: personId, slots: [slot], note: "" }],
  ],
  [
    "app/api/meetings/[id]/answer/route.ts#POST",
    ({ requestId }) => `/api/meetings/${requestId}/answer`,
    ({ slot }) => [{ answer: "decline" }, { answer: slot }],
  ],
  [
    "app/api/meetings/[id]/counter/route.ts#POST",
    ({ requestId }) => `/api/meetings/${requestId}/counter`,
    ({ slot }) => [{ slots: [slot], note: "" }],
  ],
  [
    "app/api/meetings/[id]/edit/route.ts#POST",
    ({ requestId }) => `/api/meetings/${requestId}/edit`,
    ({ slot }) => [{ slots: [slot], note: "" }],
  ],
  [
    "app/api/meetings/[id]/message/route.ts#POST",
    ({ requestId }) => `/api/meetings/${requestId}/message`,
    () => [{ text: "von nebenan" }],
  ],
  [
    "app/api/me/times/route.ts#POST",
    () => "/api/me/times",
    ({ eventId, slot }) => [{ eventId, marks: [`blocked ${slot}`] }],
  ],
  [
    "app/api/me/suggestions/route.ts#POST",
    () => "/api/me/suggestions",
    ({ eventId, personId }) => [
      { eventId, personId, reason: "topic" },
      { eventId, personId, reason: "undo" },
    ],
  ],
  [
    "app/api/me/calendars/route.ts#POST",
    () => "/api/me/calendars",
    ({ eventId }) => [{ eventId, address: "http://127.0.0.1/a.ics" }],
  ],
  [
    "app/api/me/calendars/[id]/drop/route.ts#POST",
    () => "/api/me/calendars/imp_aaaaaaaa/drop",
    ({ eventId }) => [{ eventId }],
  ],
  [
    "app/api/meetings/[id]/withdraw/route.ts#POST",
    ({ requestId }) => `/api/meetings/${requestId}/withdraw`,
    () => [{}],
  ],
  [
    "app/api/meetings/[id]/cancel/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/cancel`,
    () => [{}],
  ],
  [
    "app/api/meetings/[id]/invite/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/invite`,
    ({ personId }) => [{ personId }],
  ],
  [
    "app/api/talk-invitations/[id]/agree/route.ts#POST",
    ({ talkInvitationId }) => `/api/talk-invitations/${talkInvitationId}/agree`,
    () => [{ answer: "yes" }, { answer: "no" }],
  ],
  [
    "app/api/talk-invitations/[id]/answer/route.ts#POST",
    ({ talkInvitationId }) => `/api/talk-invitations/${talkInvitationId}/answer`,
    () => [{ answer: "yes" }, { answer: "no" }],
  ],
  [
    "app/api/talk-invitations/[id]/withdraw/route.ts#POST",
    ({ talkInvitationId }) => `/api/talk-invitations/${talkInvitationId}/withdraw`,
    () => [{}],
  ],
  [
    "app/api/meetings/[id]/outcome/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/outcome`,
    () => [{ outcome: "interesting" }],
  ],
  [
    "app/api/meetings/[id]/move/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/move`,
    ({ slot }) => [{ startsAt: slot }, { startsAt: slot, back: "/o" }],
  ],
  [
    "app/api/meetings/[id]/release/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/release`,
    () => [{}],
  ],
  [
    "app/api/meetings/[id]/extend/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/extend`,
    () => [{}],
  ],
  [
    "app/api/meetings/[id]/contact/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/contact`,
    () => [{ share: "yes" }, { share: "no" }],
  ],
  [
    "app/api/meetings/[id]/note/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/note`,
    () => [{ text: "von nebenan" }, { text: "" }],
  ],
  [
    "app/api/meetings/[id]/presence/route.ts#POST",
    ({ meetingId }) => `/api/meetings/${meetingId}/presence`,
    ({ personId }) => [
      { personId, came: "came" },
      { personId, came: "seen" },
    ],
  ],
];
