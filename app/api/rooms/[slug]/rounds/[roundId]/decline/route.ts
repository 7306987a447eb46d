import { roomRoute } from "@/auth/room-doors";
import { declineRound } from "@/domain/rooms/commands/decline-round";

export const POST = roomRoute(declineRound, { input: ({ params: { roundId } }) => ({ roundId }) });
