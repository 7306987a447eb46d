import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

/** Files that go out or come in, and what programs send. */
export const files: Row[] = [
  [
    "app/api/networks/[networkId]/series/[seriesId]/route.ts#GET",
    ({ networkId, seriesId }) => `/api/networks/${networkId}/series/${seriesId}`,
  ],
  [
    "app/api/events/[eventId]/files/route.ts#POST",
    ({ draftId }) => `/api/events/${draftId}/files`,
    () => [{ title: "Untergeschoben", audience: "everyone" }],
  ],
  [
    "app/api/speakers/[speakerId]/picture/route.ts#POST",
    ({ speakerId }) => `/api/speakers/${speakerId}/picture`,
    () => [{ locale: "de" }],
  ],
  [
    "app/api/speakers/[speakerId]/picture/route.ts#GET",
    ({ speakerId }) => `/api/speakers/${speakerId}/picture`,
  ],
  [
    "app/api/networks/[networkId]/logo/route.ts#POST",
    ({ networkId }) => `/api/networks/${networkId}/logo`,
    () => [{ alt: "Untergeschoben", locale: "de" }],
  ],
  // Public like the page of its network, which has none.
  ["app/api/networks/[networkId]/logo/route.ts#GET", ({ networkId }) => `/api/networks/${networkId}/logo`],
  ["app/api/uploads/[uploadId]/route.ts#GET", ({ uploadId }) => `/api/uploads/${uploadId}`],
  ["app/api/materials/[materialId]/route.ts#GET", ({ materialId }) => `/api/materials/${materialId}`],
  ["app/api/calendar/e/[file]/route.ts#GET", ({ draftSlug }) => `/api/calendar/e/${draftSlug}.ics`],
  ["app/api/calendar/m/[file]/route.ts#GET", ({ meetingId }) => `/api/calendar/m/${meetingId}.ics`],
  ["app/api/meetings/[id]/contact/route.ts#GET", ({ meetingId }) => `/api/meetings/${meetingId}/contact`],
  [
    "app/api/calendar/p/[file]/route.ts#GET",
    ({ personId }) => `/api/calendar/p/${personId.slice(4)}.forged.ics`,
  ],
  ["app/api/calendar/r/[file]/route.ts#GET", ({ registrationId }) => `/api/calendar/r/${registrationId}.ics`],
  [
    "app/api/unsubscribe/[token]/route.ts#POST",
    () => "/api/unsubscribe/forged",
    ({ networkId }) => [{ "List-Unsubscribe": "One-Click", networkId, email: "fremd@example.org" }],
  ],
  ["app/api/v1/bounces/route.ts#POST", () => "/api/v1/bounces", ({ eventId }) => [{ eventId }]],
  [
    "app/api/livekit/route.ts#POST",
    () => "/api/livekit",
    ({ roomId }) => [{ event: "room_finished", id: "EV_forged", room: { name: roomId } }],
  ],
];

const atDoor =
  (rest: string) =>
  ({ eventId }: ForeignWorld) =>
    `/api/checkin/${eventId}${rest}`;
const entry = ({ registrationId }: ForeignWorld) => [{ registrationId, at: new Date().toISOString() }];
const walkIn = () => [{ name: "Fremd", email: "fremd@example.org" }];

/** The entrance of an event on site. */
export const entrance: Row[] = [
  ["app/api/checkin/[eventId]/people/route.ts#GET", atDoor("/people")],
  ["app/api/checkin/[eventId]/route.ts#POST", atDoor(""), entry],
  ["app/api/checkin/[eventId]/undo/route.ts#POST", atDoor("/undo"), entry],
  [
    "app/api/checkin/[eventId]/papers/route.ts#POST",
    atDoor("/papers"),
    () => [{ paper: "list" }, { paper: "badges" }],
  ],
  ["app/api/checkin/[eventId]/walk-in/route.ts#POST", atDoor("/walk-in"), walkIn],
];
