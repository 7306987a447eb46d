import { plainDoor } from "@/auth/doors";
import { seriesReportDownload } from "@/auth/talk-report-door";

/** The same of all events of a series, for the office that owns it. */
export const POST = plainDoor(seriesReportDownload);
