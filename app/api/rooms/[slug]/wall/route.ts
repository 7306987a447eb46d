import { roomRoute } from "@/auth/room-doors";
import { setWall } from "@/domain/attendance/commands/set-wall";

/** Gives the wall of the hall an address, a new one, or none. Fields: wish. */
export const POST = roomRoute(setWall, { input: ({ body: { wish } }) => ({ wish }) });
