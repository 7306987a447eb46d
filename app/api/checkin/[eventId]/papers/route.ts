import { plainDoor } from "@/auth/doors";
import { paperDownload } from "@/auth/paper-door";

/**
 * The list of a door, or its name badges, as a PDF. A POST, because it leaves a row in the audit. Fields: paper, only,
 * back, locale.
 */
export const POST = plainDoor(paperDownload);
