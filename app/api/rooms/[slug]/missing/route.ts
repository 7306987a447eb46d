import { roomRoute } from "@/auth/room-doors";
import { remindMissing } from "@/domain/attendance/commands/remind-missing";

/** Reminds everybody who has a seat online and is not there. */
export const POST = roomRoute(remindMissing);
