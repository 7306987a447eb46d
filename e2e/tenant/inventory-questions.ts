import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const ofRoom = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;
const HALL = "/api/hall/hal_aaaaaaaaaaaaaaaaaaaaaaaa";
const PROJECTOR = "/api/projector/prj_aaaaaaaaaaaaaaaaaaaaaaaa";
const steps = [
  ...(["vote", "unvote", "withdraw", "approve", "on_air", "answer", "dismiss", "reopen"] as const),
  ...(["pin", "unpin", "split", "stop", "unstop"] as const),
];

/** Questions of another network's event: in its room, and in its hall, whose address nobody can guess. */
export const questions: Row[] = [
  ["app/api/rooms/[slug]/questions/route.ts#GET", (world) => ofRoom(world, "questions")],
  ["app/api/rooms/[slug]/questions/votes/route.ts#GET", (world) => ofRoom(world, "questions/votes")],
  [
    "app/api/rooms/[slug]/questions/route.ts#POST",
    (world) => ofRoom(world, "questions"),
    () => [{ text: "von nebenan", anonymous: true, clientKey: "stranger-1" }],
  ],
  [
    "app/api/rooms/[slug]/questions/[questionId]/route.ts#POST",
    (world) => ofRoom(world, "questions/auq_aaaaaaaa"),
    () => [
      ...steps.map((action) => ({ action })),
      { action: "edit", text: "von nebenan" },
      { action: "merge", intoId: "auq_bbbbbbbb" },
    ],
  ],
  [
    "app/api/rooms/[slug]/questions/settings/route.ts#POST",
    (world) => ofRoom(world, "questions/settings"),
    () => [{ isOpen: false }, { hall: "renew", projector: "renew" }],
  ],
  ["app/api/stream/route.ts#GET", () => "/api/stream?hall=hal_aaaaaaaaaaaaaaaaaaaaaaaa&poll=1"],
  ["app/api/stream/route.ts#GET", () => "/api/stream?projector=prj_aaaaaaaaaaaaaaaaaaaaaaaa&poll=1"],
  ["app/api/hall/[token]/route.ts#GET", () => HALL],
  [
    "app/api/hall/[token]/questions/route.ts#POST",
    () => `${HALL}/questions`,
    ({ eventId }) => [{ eventId, text: "von nebenan", clientKey: "stranger-1" }],
  ],
  [
    "app/api/hall/[token]/votes/route.ts#POST",
    () => `${HALL}/votes`,
    () => [{ questionId: "auq_aaaaaaaa", on: true }],
  ],
  [
    "app/api/hall/[token]/withdraw/route.ts#POST",
    () => `${HALL}/withdraw`,
    () => [{ questionId: "auq_aaaaaaaa" }],
  ],
  ["app/api/projector/[token]/route.ts#GET", () => PROJECTOR],
];
