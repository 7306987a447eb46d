import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const room = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;
const actions = (...names: string[]) => names.map((action) => ({ action }));

/** What a room is run with, and the way to see the stage from behind it. */
export const hostReads: Row[] = [
  ["app/api/rooms/[slug]/stage/route.ts#GET", (world) => room(world, "stage")],
  ["app/api/rooms/[slug]/monitor/route.ts#GET", (world) => room(world, "monitor")],
];

/** What hosts run it with, and do with one person. */
export const hostWrites: Row[] = [
  [
    "app/api/rooms/[slug]/stage/route.ts#POST",
    (world) => room(world, "stage"),
    () => [
      { action: "next", after: null },
      { action: "scene", scene: "poll" },
      { action: "announce", text: "von nebenan" },
      { action: "timer", change: { what: "start", seconds: 60 } },
      { action: "hostless", minutes: 1 },
      { action: "count_speaking", counts: true },
      ...actions("open_backstage", "shut_backstage", "admit_all", "mute_all", "take_over"),
    ],
  ],
  [
    "app/api/rooms/[slug]/people/[admissionId]/route.ts#POST",
    (world) => room(world, `people/${world.admissionId}`),
    () => [
      ...actions("mute", "silence", "no_chat", "remove", "ban", "lift"),
      ...actions("host", "cohost", "speaker", "participant", "viewer"),
      ...actions("ask_unmute", "stop_share", "on_stage", "off_stage", "admit"),
      { action: "rename", name: "Fremd" },
    ],
  ],
  [
    "app/api/rooms/[slug]/session/route.ts#POST",
    (world) => room(world, "session"),
    () =>
      actions("open", "end", "end_audience", "freeze", "unfreeze", "lock", "unlock", "lobby", "open_lobby"),
  ],
];
