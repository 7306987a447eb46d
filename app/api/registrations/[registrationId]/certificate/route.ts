import { certificateDownload } from "@/auth/attendance-doors";
import { plainDoor } from "@/auth/doors";

/** The certificate of attendance as a PDF. A POST, because it leaves a row in the audit. Fields: locale. */
export const POST = plainDoor(certificateDownload);
