import { roomRoute } from "@/auth/room-doors";
import { assign } from "@/domain/rooms/commands/assign";

export const POST = roomRoute(assign, {
  input: ({ params, body: { admissionId, roomId } }) => ({ roundId: params.roundId, admissionId, roomId }),
});
