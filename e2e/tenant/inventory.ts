import type { ForeignWorld } from "./foreign-world";
import { attendance } from "./inventory-attendance";
import { board, ownBoard } from "./inventory-board";
import { chat } from "./inventory-chat";
import { entrance, files } from "./inventory-files";
import { hostReads, hostWrites } from "./inventory-hosts";
import { plans } from "./inventory-plans";
import { polls } from "./inventory-polls";
import { questions } from "./inventory-questions";
import { roundReads, roundWrites } from "./inventory-rounds";
import { sheets } from "./inventory-sheets";
import { talks } from "./inventory-talks";
import { type Probe, probesOf, type Row } from "./probe";

const TAB = "tab-of-a-stranger";
const room = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;
const actions = (...names: string[]) => names.map((action) => ({ action }));

const roomReads: Row[] = [
  ...roundReads,
  ["app/api/rooms/[slug]/hands/route.ts#GET", (world) => room(world, "hands")],
  ["app/api/rooms/[slug]/people/route.ts#GET", (world) => room(world, "people")],
  ["app/api/rooms/[slug]/rounds/route.ts#GET", (world) => room(world, "rounds")],
  ...hostReads,
  ["app/api/rooms/[slug]/show/route.ts#GET", (world) => room(world, "show")],
  ["app/api/stream/route.ts#GET", ({ slug }) => `/api/stream?event=${slug}&poll=1`],
  ["app/api/stream/route.ts#GET", ({ eventId }) => `/api/stream?desk=${eventId}&poll=1`],
  ["app/api/where-am-i/route.ts#GET", ({ slug }) => `/api/where-am-i?event=${slug}&tab=${TAB}`],
];

const roomWrites: Row[] = [
  [
    "app/api/rooms/[slug]/join/route.ts#POST",
    (world) => room(world, "join"),
    () => [{ tab: TAB }, { tab: TAB, takeOver: true }],
  ],
  [
    "app/api/rooms/[slug]/arrived/route.ts#POST",
    (world) => room(world, "arrived"),
    () => [{ tab: TAB, epoch: [1, 1] }],
  ],
  ["app/api/rooms/[slug]/heartbeat/route.ts#POST", (world) => room(world, "heartbeat"), () => [{ tab: TAB }]],
  ["app/api/rooms/[slug]/leave/route.ts#POST", (world) => room(world, "leave"), () => [{ tab: TAB }]],
  [
    "app/api/rooms/[slug]/hands/route.ts#POST",
    (world) => room(world, "hands"),
    () => actions("raise", "lower", "restore"),
  ],
  [
    "app/api/rooms/[slug]/hands/[admissionId]/route.ts#POST",
    (world) => room(world, `hands/${world.admissionId}`),
    () => actions("invite", "lower", "lower_all"),
  ],
  [
    "app/api/rooms/[slug]/hand-answer/route.ts#POST",
    (world) => room(world, "hand-answer"),
    () => [{ accept: true }],
  ],
  [
    "app/api/rooms/[slug]/help/route.ts#POST",
    (world) => room(world, "help"),
    ({ admissionId }) => [{ action: "ask" }, { action: "on_the_way", admissionId }],
  ],
  [
    "app/api/rooms/[slug]/rounds/[roundId]/decline/route.ts#POST",
    (world) => room(world, `rounds/${world.roundId}/decline`),
    () => [{}],
  ],
  [
    "app/api/rooms/[slug]/rounds/[roundId]/choose/route.ts#POST",
    (world) => room(world, `rounds/${world.roundId}/choose`),
    ({ roomId }) => [{ roomId }, { roomId: null }],
  ],
  ["app/api/rooms/[slug]/return/route.ts#POST", (world) => room(world, "return"), () => [{}]],
  [
    "app/api/rooms/[slug]/visit/route.ts#POST",
    (world) => room(world, "visit"),
    ({ roomId }) => [{ roomId }, { roomId: null }],
  ],
];

const moderation: Row[] = [
  ...roundWrites,
  ...hostWrites,
  [
    "app/api/rooms/[slug]/rounds/route.ts#POST",
    (world) => room(world, "rounds"),
    () => [{ rule: "random_pairs", groupSize: 2, durationSeconds: 600, allowReturn: true }],
  ],
  [
    "app/api/rooms/[slug]/rounds/[roundId]/route.ts#POST",
    (world) => room(world, `rounds/${world.roundId}`),
    () => [
      ...actions("open", "cancel", "redistribute"),
      { action: "extend", seconds: 60 },
      { action: "copy", title: "von nebenan" },
      { action: "rooms", change: { what: "add", label: "von nebenan" } },
      { action: "recall", seconds: 60 },
      { action: "message", text: "von nebenan" },
    ],
  ],
  [
    "app/api/rooms/[slug]/rounds/[roundId]/move/route.ts#POST",
    (world) => room(world, `rounds/${world.roundId}/move`),
    ({ admissionId, roomId }) => [{ admissionId, roomId }],
  ],
];

/** A door of one registration, which its folder names. */
const ofRegistration = (door: string, bodies: Row[2]): Row => [
  door,
  ({ registrationId }) => `/api/registrations/${registrationId}/${door.split("/").at(-2)}`,
  bodies,
];

const bookings: Row[] = [
  [
    "app/api/registrations/route.ts#POST",
    () => "/api/registrations",
    ({ draftId }) => [{ eventId: draftId, name: "Fremd", email: "fremd@example.org", locale: "de" }],
  ],
  [
    "app/api/events/[eventId]/registrations/route.ts#POST",
    ({ draftId }) => `/api/events/${draftId}/registrations`,
    () => [{ name: "Fremd", email: "fremd@example.org", locale: "de" }],
  ],
  ofRegistration("app/api/registrations/[registrationId]/cancel/route.ts#POST", () => [{ locale: "de" }]),
  ofRegistration("app/api/registrations/[registrationId]/change/route.ts#POST", () => [
    { name: "Fremd", organisation: "Fremd", locale: "de" },
  ]),
  ofRegistration("app/api/registrations/[registrationId]/accept/route.ts#POST", () => [{ locale: "de" }]),
  ofRegistration("app/api/registrations/[registrationId]/switch/route.ts#POST", () => [
    { attendance: "onsite", locale: "de" },
  ]),
  ofRegistration("app/api/registrations/[registrationId]/colleague/route.ts#POST", () => [
    { name: "Fremd", email: "fremd@example.org", locale: "de" },
  ]),
  [
    "app/api/events/[eventId]/export/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/export`,
    () => [{ format: "excel" }, { format: "rfc4180" }],
  ],
  ofRegistration("app/api/registrations/[registrationId]/prove/route.ts#POST", () => [{}]),
  ...talks,
  ...plans,
];

/** Doors about whoever asks: another's id beside the own login must not matter. */
const own: Row[] = [
  [
    "app/api/registrations/again/route.ts#POST",
    () => "/api/registrations/again",
    ({ draftId, eventId, registrationId }) => [
      { eventId: draftId, locale: "de" },
      { eventId, registrationId, locale: "de" },
      { eventId, afterEventId: eventId, locale: "de" },
    ],
  ],
  [
    "app/api/registrations/week/route.ts#POST",
    () => "/api/registrations/week",
    ({ seriesId, draftId }) => [
      { seriesId, eventIds: [draftId], name: "Fremd", email: "fremd@example.org", locale: "de" },
    ],
  ],
  ["app/api/rooms/[slug]/talks/route.ts#GET", (world) => room(world, "talks")],
  ["app/api/rooms/[slug]/standbys/route.ts#GET", (world) => room(world, "standbys")],
  ["app/api/me/known/route.ts#GET", () => "/api/me/known"],
  ["app/api/me/talks/route.ts#GET", ({ eventId }) => `/api/me/talks?event=${eventId}`],
  [
    "app/api/me/profile/route.ts#POST",
    () => "/api/me/profile",
    ({ personId }) => [{ personId, id: personId, name: "" }],
  ],
  [
    "app/api/me/calendar/route.ts#POST",
    () => "/api/me/calendar",
    ({ personId }) => [
      { personId, want: "renew" },
      { personId, want: "close" },
    ],
  ],
  ["app/api/me/data/route.ts#POST", () => "/api/me/data", ({ personId }) => [{ personId, id: personId }]],
  [
    "app/api/me/email/route.ts#POST",
    () => "/api/me/email",
    ({ personId }) => [{ personId, id: personId, email: "fremd@example.org" }],
  ],
  [
    "app/api/me/email/confirm/route.ts#POST",
    () => "/api/me/email/confirm",
    ({ personId }) => [
      { personId, token: "forged" },
      { personId, changeId: "chg_forged" },
    ],
  ],
  [
    "app/api/me/data/erase/route.ts#POST",
    () => "/api/me/data/erase",
    ({ personId }) => [{ personId, id: personId, typed: "fremd@example.org" }],
  ],
  [
    "app/api/me/listing/route.ts#POST",
    () => "/api/me/listing",
    ({ personId }) => [{ personId, needs: ["no-such-tag"], offers: [] }],
  ],
  [
    "app/api/sign-in/request/route.ts#POST",
    () => "/api/sign-in/request",
    () => [{ email: "not an address", locale: "de" }],
  ],
  ["app/api/sign-in/code/route.ts#POST", () => "/api/sign-in/code", () => [{ code: "000000", locale: "de" }]],
  [
    "app/api/sign-in/organisation/route.ts#POST",
    () => "/api/sign-in/organisation",
    () => [{ next: "https://evil.test", locale: "de" }],
  ],
  [
    "app/api/sign-in/organisation/callback/route.ts#GET",
    () => "/api/sign-in/organisation/callback?code=forged&state=forged",
  ],
  ["app/api/sign-in/confirm/route.ts#POST", () => "/api/sign-in/confirm", () => [{}]],
  ["app/api/unsubscribe/[token]/route.ts#GET", () => "/api/unsubscribe/forged"],
  ["app/a/[token]/route.ts#GET", () => "/a/forged"],
  ["app/j/[token]/route.ts#GET", () => "/j/forged"],
  ["app/l/[token]/route.ts#GET", () => "/l/forged"],
  ["app/t/[token]/route.ts#GET", () => "/t/forged"],
  [
    "app/api/auth/[...nextauth]/route.ts#GET",
    () => "/api/auth/callback/email?token=forged&email=fremd@example.org",
  ],
];

const open: Row[] = [
  ["app/feeds/events/[file]/route.ts#GET", () => "/events.atom"],
  ["app/feeds/n/[network]/[file]/route.ts#GET", ({ network }) => `/n/${network}.ics`],
  ["app/feeds/s/[series]/[file]/route.ts#GET", ({ series }) => `/s/${series}.json`],
  ["app/feeds/s/[series]/[file]/route.ts#GET", ({ series }) => `/s/${series}/schedule.json`],
  ["app/feeds/e/[event]/[file]/route.ts#GET", ({ slug }) => `/e/${slug}.png`],
  ["app/robots.txt/route.ts#GET", () => "/robots.txt"],
  [
    "app/api/rooms/check/route.ts#POST",
    () => "/api/rooms/check",
    ({ slug, roomId }) => [{ slug, room: roomId }],
  ],
  ["app/healthz/route.ts#GET", () => "/healthz"],
  ["app/readyz/route.ts#GET", () => "/readyz"],
];

/** Every route handler that a stranger can call with somebody else's ids. */
export const probes: readonly Probe[] = [
  ...probesOf("refused", [
    ...roomReads,
    ...roomWrites,
    ...moderation,
    ...chat,
    ...polls,
    ...sheets,
    ...bookings,
    ...entrance,
    ...files,
    ...board,
    ...attendance,
    ...questions,
  ]),
  ...probesOf("own", [...own, ...ownBoard]),
  ...probesOf("public", open),
];

/**
 * Not probed here. Signing out ends the login it is called with, and two doors exist in demo mode only: they show
 * everything of the demo to everybody, by design.
 */
export const exempt: readonly string[] = [
  "app/api/sign-in/out/route.ts#POST",
  "app/api/dev/sign-in/route.ts#POST",
  "app/dev/mailbox.json/route.ts#GET",
];
