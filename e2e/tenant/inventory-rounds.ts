import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const room = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;

/** What hosts read of breakouts, beside the rounds themselves. */
export const roundReads: Row[] = [
  ["app/api/rooms/[slug]/aside/route.ts#GET", (world) => room(world, "aside")],
  ["app/api/rooms/[slug]/sets/route.ts#GET", (world) => room(world, "sets")],
];

/** Prepared sets, speed networking, and listening in. */
export const roundWrites: Row[] = [
  [
    "app/api/rooms/[slug]/aside/route.ts#POST",
    (world) => room(world, "aside"),
    ({ roomId, roundId }) => [
      { action: "listen", roomId },
      { action: "speak", roundId },
    ],
  ],
  [
    "app/api/rooms/[slug]/networkings/route.ts#POST",
    (world) => room(world, "networkings"),
    () => [
      { action: "start", rounds: 2, durationSeconds: 60, breakSeconds: 10 },
      { action: "next", networkingId: "spd_aaaaaaaa" },
      { action: "stop", networkingId: "spd_aaaaaaaa" },
    ],
  ],
  [
    "app/api/rooms/[slug]/sets/route.ts#POST",
    (world) => room(world, "sets"),
    () => [{ title: "von nebenan", text: "Raum;Name\n1;Fremd" }],
  ],
];
