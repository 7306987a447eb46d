import "server-only";
import { exportPlan } from "@/domain/matchmaking/commands/export-plan";
import { planFile } from "@/domain/matchmaking/queries/plan-file";
import { planPaper } from "@/domain/matchmaking/queries/plan-paper";
import { currentRequestId } from "@/lib/logger";
import { makePdf } from "@/lib/pdf/make";
import { pdfResponse } from "@/lib/pdf/response";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import { listAnswer } from "./export-door";
import { retryPage } from "./retry-page";

/** The plan of talks of an event: as a table for a spreadsheet, or on sheets to print. */
export async function planDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const input = { ...body, eventId: params.eventId };
  // Without the browser's key of one intention: a repeat takes the names away once more, and must be written down again.
  const result = await exportPlan({ actor, input, requestId: currentRequestId() });
  if (!result.ok) return listAnswer(door, result, undefined);
  const { eventId, locale, format } = result.value;
  if (format === "rfc4180" || format === "excel")
    return listAnswer(door, result, await planFile(actor, { eventId, locale, format }));
  const file = await planPaper(actor, { eventId, locale, by: format, now: now() });
  if (!file) return listAnswer(door, result, undefined);
  const bytes = await makePdf(file.paper);
  return bytes ? pdfResponse(bytes, file.name) : retryPage(door.request, door);
}
