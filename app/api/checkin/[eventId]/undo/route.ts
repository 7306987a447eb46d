import { afterUndo, atDoor, doorPage } from "@/auth/check-in-doors";
import { formRoute } from "@/auth/doors";
import { undoCheckIn } from "@/domain/attendance/commands/undo-check-in";

/** Takes an entry back. Fields: registrationId, at, back, locale. */
export const POST = formRoute(undoCheckIn, { input: atDoor, done: afterUndo, refused: doorPage });
