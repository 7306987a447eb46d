import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const room = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;

/** Doors of polls and reactions. */
export const polls: Row[] = [
  ["app/api/rooms/[slug]/polls/route.ts#GET", (world) => room(world, "polls")],
  [
    "app/api/rooms/[slug]/polls/route.ts#POST",
    (world) => room(world, "polls"),
    () => [{ kind: "single", question: "Von nebenan?", answers: "Ja\nNein" }],
  ],
  [
    "app/api/rooms/[slug]/polls/[pollId]/route.ts#POST",
    (world) => room(world, `polls/${world.pollId}`),
    () => [
      ...["launch", "close", "share", "unshare", "remove"].map((action) => ({ action })),
      { action: "hide_word", word: "Mut" },
      { action: "show_word", word: "Mut" },
    ],
  ],
  [
    "app/api/rooms/[slug]/polls/[pollId]/answer/route.ts#POST",
    (world) => room(world, `polls/${world.pollId}/answer`),
    () => [{ picks: [0] }, { words: ["von nebenan"] }],
  ],
  [
    "app/api/rooms/[slug]/reactions/route.ts#POST",
    (world) => room(world, "reactions"),
    () => [{ emoji: "clap" }],
  ],
  [
    "app/api/events/[eventId]/polls-file/route.ts#POST",
    ({ eventId }) => `/api/events/${eventId}/polls-file`,
    () => [{ format: "excel" }, { format: "rfc4180" }],
  ],
];
