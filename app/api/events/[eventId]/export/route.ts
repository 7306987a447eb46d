import { plainDoor } from "@/auth/doors";
import { registrationsDownload } from "@/auth/export-door";

/** Everybody registered for an event as a CSV file. A POST, because it leaves a row in the audit. */
export const POST = plainDoor(registrationsDownload);
