import { reportDownload } from "@/auth/attendance-doors";
import { plainDoor } from "@/auth/doors";

/** The report on an event as PDF, CSV or JSON. A POST, because it leaves a row in the audit. Fields: format, back, locale. */
export const POST = plainDoor(reportDownload);
