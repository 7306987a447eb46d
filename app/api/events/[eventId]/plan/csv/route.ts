import { plainDoor } from "@/auth/doors";
import { planDownload } from "@/auth/plan-door";

/**
 * An event's talks as they are planned, or the wishes that have no time, as a CSV file. A POST, because it leaves a row in
 * the audit. Fields: format, list (talks or unplaced), runId (of a search that is not the draft), version
 * (as it was published once), back, locale.
 */
export const POST = plainDoor(planDownload);
