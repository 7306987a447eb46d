import { afterCheckIn, atDoor, doorPage } from "@/auth/check-in-doors";
import { formRoute } from "@/auth/doors";
import { checkIn } from "@/domain/attendance/commands/check-in";

/** Lets somebody in at the door of an event. Fields: code or registrationId, scannedAt, back, locale. */
export const POST = formRoute(checkIn, { input: atDoor, done: afterCheckIn, refused: doorPage });
