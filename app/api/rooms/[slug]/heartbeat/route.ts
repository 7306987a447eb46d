import { roomRoute } from "@/auth/room-doors";
import { heartbeat } from "@/domain/rooms/commands/heartbeat";

export const POST = roomRoute(heartbeat, {
  input: ({ body: { tab, spoke, line } }) => ({ tab, spoke, line }),
});
