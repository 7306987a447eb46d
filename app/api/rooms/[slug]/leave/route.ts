import { roomRoute } from "@/auth/room-doors";
import { leaveRoom } from "@/domain/rooms/commands/leave-room";

/** Also reached by `sendBeacon` when a page closes. */
export const POST = roomRoute(leaveRoom, { input: ({ body: { tab } }) => ({ tab }) });
