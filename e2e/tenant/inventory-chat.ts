import type { ForeignWorld } from "./foreign-world";
import type { Row } from "./probe";

const room = (world: ForeignWorld, rest: string) => `/api/rooms/${world.slug}/${rest}`;
const STRANGER = "adm_aaaaaaaa";

/** Doors of the chat. */
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
];
