import { plainDoor } from "@/auth/doors";
import { planPaperDownload } from "@/auth/plan-paper-door";

/** An event's talks on sheets to print, by person, table or time. A POST, because it leaves a row in the audit. */
export const POST = plainDoor(planPaperDownload);
