import type { ForeignWorld } from "./foreign-world";
import type { ActionProbe, Row } from "./probe";

const ofRoom = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;

/** Who was at another network's event: while it is on, on its wall, and afterwards. */
export const attendance: Row[] = [
  ["app/api/rooms/[slug]/numbers/route.ts#GET", (world) => ofRoom(world, "numbers")],
  ["app/api/rooms/[slug]/missing/route.ts#POST", (world) => ofRoom(world, "missing"), () => [{}]],
  [
    "app/api/rooms/[slug]/wall/route.ts#POST",
    (world) => ofRoom(world, "wall"),
    () => [{ wish: "renew" }, { wish: "close" }],
  ],
  ["app/api/wall/[token]/route.ts#GET", () => "/api/wall/wal_aaaaaaaaaaaaaaaaaaaaaaaa"],
  [
    "app/api/events/[eventId]/report/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/report`,
    () => ["excel", "rfc4180", "json", "pdf"].map((format) => ({ format })),
  ],
  [
    "app/api/registrations/[registrationId]/certificate/route.ts#POST",
    ({ registrationId }) => `/api/registrations/${registrationId}/certificate`,
    () => [{ locale: "de" }],
  ],
  [
    "app/api/registrations/[registrationId]/feedback/route.ts#POST",
    ({ registrationId }) => `/api/registrations/${registrationId}/feedback`,
    () => [{ score: 1, note: "von nebenan" }],
  ],
];

export const attendanceActions: readonly ActionProbe[] = [
  {
    door: "actions/attendance.ts#setCertificateRuleAction",
    page: ({ network, slug }) => `/o/${network}/e/${slug}/report`,
    form: ({ eventId }) => ({ eventId, isOffered: "on", minMinutes: "1" }),
  },
];
