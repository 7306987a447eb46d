import { roomRoute } from "@/auth/room-doors";
import { chooseSession } from "@/domain/rooms/commands/choose-session";

export const POST = roomRoute(chooseSession, {
  input: ({ params: { roundId }, body: { roomId } }) => ({ roundId, roomId }),
});
