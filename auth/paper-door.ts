import "server-only";
import { exportDoor } from "@/domain/attendance/commands/export-door";
import { doorPaper } from "@/domain/attendance/queries/door-papers";
import { resultResponse } from "@/domain/kernel/http";
import { currentRequestId } from "@/lib/logger";
import { fail } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { atDoor, doorPage } from "./check-in-doors";
import { type Door, seeOther, wantsJson } from "./doors";
import { pdfAnswer } from "./file-answers";

/** List or badges of a door as a PDF. Whoever may not have it goes back to the page, which then asks to sign in or is missing. */
export async function paperDownload(door: Door): Promise<Response> {
  const { actor, request } = door;
  // Without the browser's key of one intention: a repeat takes the names away once more, and must be written down again.
  const result = await exportDoor({ actor, input: atDoor(door), requestId: currentRequestId() });
  const file = result.ok ? await doorPaper(actor, { ...result.value, now: now() }) : undefined;
  if (!file) {
    if (!wantsJson(request)) return seeOther(doorPage(door));
    return resultResponse(result.ok ? fail("not_found", "missing") : result);
  }
  return pdfAnswer(door, file);
}
