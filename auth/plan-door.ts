import "server-only";
import { exportPlan } from "@/domain/matchmaking/commands/export-plan";
import { planFile } from "@/domain/matchmaking/queries/plan-file";
import { planPaper } from "@/domain/matchmaking/queries/plan-paper";
import { unplacedFile } from "@/domain/matchmaking/queries/unplaced-file";
import { versionFile } from "@/domain/matchmaking/queries/version-file";
import type { PlanExport } from "@/domain/matchmaking/schema/plans";
import { currentRequestId } from "@/lib/logger";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import { listAnswer, pdfAnswer } from "./file-answers";

/** Without the browser's key of one intention: a repeat takes the names away once more, and must be written down again. */
const noted = ({ actor, params, body }: Door, more: object) =>
  exportPlan({ actor, input: { ...body, ...more, eventId: params.eventId }, requestId: currentRequestId() });

const readOf = ({ version, list }: PlanExport) => {
  if (version !== undefined) return versionFile;
  return list === "unplaced" ? unplacedFile : planFile;
};

/** The plan of an event as a file, as it stands or as it was published once, or the wishes that have no place in it. */
export async function planDownload(door: Door): Promise<Response> {
  const result = await noted(door, {});
  const file = result.ok ? await readOf(result.value)(door.actor, result.value, now()) : undefined;
  return listAnswer(door, result, file);
}

/** The plan of an event on paper. Whoever may not have it goes back to the page, which then asks to sign in or is missing. */
export async function planPrint(door: Door): Promise<Response> {
  const result = await noted(door, { format: "pdf" });
  const file = result.ok ? await planPaper(door.actor, result.value, now()) : undefined;
  return file ? pdfAnswer(door, file) : listAnswer(door, result, undefined);
}
