import { roomRoute } from "@/auth/room-doors";
import { markArrived } from "@/domain/rooms/commands/mark-arrived";

export const POST = roomRoute(markArrived, { input: ({ body: { tab, epoch } }) => ({ tab, epoch }) });
