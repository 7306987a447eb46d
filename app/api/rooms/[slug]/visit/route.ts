import { roomRoute } from "@/auth/room-doors";
import { visitRoom } from "@/domain/rooms/commands/visit-room";

export const POST = roomRoute(visitRoom, { input: ({ body: { roomId } }) => ({ roomId }) });
