import { plainDoor } from "@/auth/doors";
import { planDownload } from "@/auth/export-door";

/** The plan of talks of an event as a CSV file. A POST, because it leaves a row in the audit. */
export const POST = plainDoor(planDownload);
