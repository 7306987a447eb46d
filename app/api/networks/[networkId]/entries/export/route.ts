import { entriesDownload } from "@/auth/board-doors";
import { plainDoor } from "@/auth/doors";

/** The entries a network answers for as a CSV file. A POST, because it leaves a row in the audit. */
export const POST = plainDoor(entriesDownload);
