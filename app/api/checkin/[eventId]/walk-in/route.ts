import { afterCheckIn, atDoor, doorPage } from "@/auth/check-in-doors";
import { formRoute } from "@/auth/doors";
import { walkIn } from "@/domain/attendance/commands/walk-in";

/** Registers somebody at the door and lets them in. Fields: name, email, scannedAt, back, locale. */
export const POST = formRoute(walkIn, { input: atDoor, done: afterCheckIn, refused: doorPage });
