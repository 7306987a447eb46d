import { plainDoor } from "@/auth/doors";
import { pollsDownload } from "@/auth/polls-door";

/** Results of an event's polls as CSV. A POST, because it leaves a row in the audit. Fields: format, back, locale. */
export const POST = plainDoor(pollsDownload);
