import "server-only";
import { registrationsFile } from "@/domain/attendance/queries/registrations-file";
import { resultResponse } from "@/domain/kernel/http";
import { exportRegistrations } from "@/domain/registration/commands/export-registrations";
import { exportSensitiveAnswers } from "@/domain/registration/commands/export-sensitive-answers";
import { csvResponse } from "@/lib/csv/response";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { currentRequestId } from "@/lib/logger";
import { ownPath } from "@/lib/own-path";
import { fail, type Result } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { type Door, seeOther, wantsJson } from "./doors";

type ListFile = { name: string; parts: Parameters<typeof csvResponse>[0] };

/** A list whose leaving is written down. Whoever may not have it goes back to the page, which then asks to sign in or is missing. */
export function listAnswer(
  { request, body }: Door,
  result: Result<unknown>,
  file: ListFile | undefined,
): Response {
  if (file) return csvResponse(file.parts, file.name);
  if (wantsJson(request)) return resultResponse(result.ok ? fail("not_found", "missing") : result);
  return seeOther(href(localeOf(body.locale), ownPath(body.back, "/o")));
}

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
