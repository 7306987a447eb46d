import "server-only";
import { exportPlan } from "@/domain/matchmaking/commands/export-plan";
import { planFile } from "@/domain/matchmaking/queries/plan-file";
import { currentRequestId } from "@/lib/logger";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import { listAnswer } from "./export-door";

/** The plan of an event as a file. */
export async function planDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const input = { ...body, eventId: params.eventId };
  // Without the browser's key of one intention: a repeat takes the list away once more, and must be written down again.
  const result = await exportPlan({ actor, input, requestId: currentRequestId() });
  const file = result.ok ? await planFile(actor, result.value, now()) : undefined;
  return listAnswer(door, result, file);
}
