import { plainDoor } from "@/auth/doors";
import { eventReportDownload } from "@/auth/talk-report-door";

/** What came of an event's talks, as CSV or PDF. A POST, because it leaves a row in the audit. Fields: format, back, locale. */
export const POST = plainDoor(eventReportDownload);
