import { plainDoor } from "@/auth/doors";
import { planDownload } from "@/auth/plan-door";

/** The plan of talks of an event as a file. A POST, because it leaves a row in the audit. */
export const POST = plainDoor(planDownload);
