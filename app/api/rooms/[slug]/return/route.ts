import { roomRoute } from "@/auth/room-doors";
import { returnToPlenary } from "@/domain/rooms/commands/return-to-plenary";

export const POST = roomRoute(returnToPlenary);
