import { notesSaying } from "../fixtures/sheets";
import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const room = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;

/** Doors of shared notes and whiteboards. */
export const sheets: Row[] = [
  ["app/api/rooms/[slug]/sheets/route.ts#GET", (world) => room(world, "sheets")],
  ["app/api/stream/route.ts#GET", ({ slug, roomId }) => `/api/stream?event=${slug}&sheets=${roomId}&poll=1`],
  [
    "app/api/rooms/[slug]/sheets/[kind]/route.ts#GET",
    (world) => room(world, `sheets/notes?room=${world.roomId}&after=0`),
  ],
  [
    "app/api/rooms/[slug]/sheets/[kind]/route.ts#POST",
    (world) => room(world, "sheets/notes"),
    ({ roomId }) => [{ roomId, update: notesSaying("von nebenan") }],
  ],
  [
    "app/api/rooms/[slug]/sheet-files/[sheetId]/route.ts#GET",
    (world) => room(world, `sheet-files/${world.sheetId}`),
  ],
  [
    "app/api/rooms/[slug]/sheet-files/[sheetId]/route.ts#POST",
    (world) => room(world, `sheet-files/${world.sheetId}`),
    () => [{ shared: true }, { shared: false }],
  ],
];
