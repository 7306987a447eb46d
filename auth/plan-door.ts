import "server-only";
import { resultResponse } from "@/domain/kernel/http";
import { exportPlan } from "@/domain/matchmaking/commands/export-plan";
import { planFile } from "@/domain/matchmaking/queries/plan-file";
import { planPaper } from "@/domain/matchmaking/queries/plan-paper";
import { currentRequestId } from "@/lib/logger";
import { makePdf } from "@/lib/pdf/make";
import { pdfResponse } from "@/lib/pdf/response";
import { fail } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { type Door, wantsJson } from "./doors";
import { listAnswer } from "./export-door";
import { retryPage } from "./retry-page";

/** Without the browser's key of one intention: a repeat takes the names away once more, and must be written down again. */
const noted = ({ actor, params, body }: Door, more: object) =>
  exportPlan({ actor, input: { ...body, ...more, eventId: params.eventId }, requestId: currentRequestId() });

/** The plan of an event as a file. */
export async function planDownload(door: Door): Promise<Response> {
  const result = await noted(door, {});
  const file = result.ok ? await planFile(door.actor, result.value, now()) : undefined;
  return listAnswer(door, result, file);
}

/** The plan of an event on paper. Whoever may not have it goes back to the page, which then asks to sign in or is missing. */
export async function planPrint(door: Door): Promise<Response> {
  const { actor, request } = door;
  const result = await noted(door, { format: "pdf" });
  const file = result.ok ? await planPaper(actor, result.value, now()) : undefined;
  if (!file) return listAnswer(door, result, undefined);
  const bytes = await makePdf(file.paper, { owner: file.networkId });
  if (bytes) return pdfResponse(bytes, file.name);
  return wantsJson(request) ? resultResponse(fail("unavailable", "try_again")) : retryPage(request, door);
}
