import "server-only";
import { exportPolls } from "@/domain/interaction/commands/export-polls";
import { pollResults } from "@/domain/interaction/queries/polls";
import { pollsFile } from "@/domain/interaction/queries/polls-file";
import { currentRequestId } from "@/lib/logger";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import { listAnswer } from "./file-answers";

/** The results of an event's polls as a file, whose leaving is written down. */
export async function pollsDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const call = { actor, input: { ...body, eventId: params.eventId }, requestId: currentRequestId() };
  const result = await exportPolls(call);
  if (!result.ok) return listAnswer(door, result, undefined);
  const { eventId, slug, ...asked } = result.value;
  return listAnswer(door, result, pollsFile(await pollResults(actor, eventId, now()), { ...asked, slug }));
}
