import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const room = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;
const STRANGER = "adm_aaaaaaaa";

/** Doors of chat and captions. */
export const chat: Row[] = [
  ["app/api/rooms/[slug]/chat/route.ts#GET", (world) => room(world, "chat")],
  [
    "app/api/rooms/[slug]/chat/route.ts#POST",
    (world) => room(world, "chat"),
    ({ roomId }) => [
      { roomId, scope: "room", text: "von nebenan", clientKey: "stranger-1" },
      { roomId, scope: "private", toAdmissionId: STRANGER, text: "nur Ihnen", clientKey: "stranger-2" },
      { roomId, scope: "room", replyToId: "msg_aaaaaaaa", text: "darauf", clientKey: "stranger-3" },
    ],
  ],
  [
    "app/api/rooms/[slug]/chat/hide/route.ts#POST",
    (world) => room(world, "chat/hide"),
    () => [{ messageId: "msg_aaaaaaaa" }],
  ],
  [
    "app/api/rooms/[slug]/chat/[messageId]/route.ts#POST",
    (world) => room(world, "chat/msg_aaaaaaaa"),
    () => [{ action: "edit", text: "von nebenan" }, { action: "delete" }],
  ],
  [
    "app/api/rooms/[slug]/chat/settings/route.ts#POST",
    (world) => room(world, "chat/settings"),
    () => [{ writeTo: "nobody" }, { privately: "everybody" }],
  ],
  ["app/api/rooms/[slug]/captions/route.ts#GET", (world) => room(world, "captions")],
  [
    "app/api/rooms/[slug]/captions/route.ts#POST",
    (world) => room(world, "captions"),
    () => [{ kind: "own", lines: [{ id: "line-one", rev: 0, text: "von nebenan", done: true }] }],
  ],
  [
    "app/api/rooms/[slug]/captions/writers/route.ts#POST",
    (world) => room(world, "captions/writers"),
    () => [
      { admissionId: STRANGER, language: "de" },
      { admissionId: STRANGER, language: null },
    ],
  ],
];
