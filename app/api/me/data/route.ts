import { plainDoor } from "@/auth/doors";
import { ownDataDownload } from "@/auth/own-data-door";

/** Everything about the signed-in person as a file. A POST, because it leaves a row in the audit. */
export const POST = plainDoor(ownDataDownload);
