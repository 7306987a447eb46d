import "server-only";
import { registrationsFile } from "@/domain/attendance/queries/registrations-file";
import { exportRegistrations } from "@/domain/registration/commands/export-registrations";
import { exportSensitiveAnswers } from "@/domain/registration/commands/export-sensitive-answers";
import { currentRequestId } from "@/lib/logger";
import { now } from "@/lib/time/clock";
import type { Door } from "./doors";
import { listAnswer } from "./file-answers";

/** The list of an event as a file. */
export async function registrationsDownload(door: Door): Promise<Response> {
  const { actor, params, body } = door;
  const input = { ...body, eventId: params.eventId };
  // Without the browser's key of one intention: a repeat takes the list away once more, and must be written down again.
  const call = { actor, input, requestId: currentRequestId() };
  const listed = await exportRegistrations(call);
  // What was answered in confidence is written down by a name of its own.
  const result = listed.ok && listed.value.sensitive ? await exportSensitiveAnswers(call) : listed;
  const file = result.ok ? await registrationsFile(actor, { ...result.value, now: now() }) : undefined;
  return listAnswer(door, result, file);
}
