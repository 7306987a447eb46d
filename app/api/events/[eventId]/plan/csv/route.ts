import { plainDoor } from "@/auth/doors";
import { planDownload } from "@/auth/plan-door";

/** An event's talks as they are planned, as a CSV file. A POST, because it leaves a row in the audit. */
export const POST = plainDoor(planDownload);
