import "server-only";
import { printPlan } from "@/domain/matchmaking/commands/print-plan";
import { planPaper } from "@/domain/matchmaking/queries/plan-paper";
import { currentRequestId } from "@/lib/logger";
import { makePdf } from "@/lib/pdf/make";
import { pdfResponse } from "@/lib/pdf/response";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import { listAnswer } from "./export-door";
import { retryPage } from "./retry-page";

/** The plan of an event's talks on sheets to print. Whoever may not have it goes back to the page, which is missing then. */
export async function planPaperDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const input = { ...body, eventId: params.eventId };
  // Without the browser's key of one intention: a repeat takes the names away once more, and must be written down again.
  const result = await printPlan({ actor, input, requestId: currentRequestId() });
  const file = result.ok ? await planPaper(actor, { ...result.value, now: now() }) : undefined;
  if (!file) return listAnswer(door, result, undefined);
  const bytes = await makePdf(file.paper);
  return bytes ? pdfResponse(bytes, file.name) : retryPage(door.request, door);
}
