import "server-only";
import { headers } from "next/headers";
import { type ImportState, previewImport } from "@/domain/registration/queries/import-preview";
import { importFields } from "@/domain/registration/rules/import";
import { importColumns } from "@/domain/registration/schema/import";
import { delimiters } from "@/lib/csv/delimiters";
import { decoded, type Encoding } from "@/lib/csv/read";
import { origin } from "@/lib/env";
import { idOf } from "@/lib/ids";
import { type Body, bodyOfForm } from "./door-body";
import { currentActor } from "./session";

type Given = { text: string; encoding: Encoding | undefined };

/** The file, where one was chosen; else what was pasted or read before. Undefined for a file that is no text. */
async function givenIn(form: FormData, body: Body): Promise<Given | undefined> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return decoded(new Uint8Array(await file.arrayBuffer()));
  return { text: typeof body.text === "string" ? body.text : "", encoding: undefined };
}

/** Numbers of the columns as the form names them. */
export const columnsIn = (body: Body): Record<string, unknown> =>
  Object.fromEntries(importFields.map((field) => [field, body[`columns.${field}`] ?? null]));

/** What somebody has corrected. With another separator the columns are others: they are guessed anew. */
function correctionsIn(body: Body) {
  const delimiter = delimiters.find((one) => one === body.delimiter);
  const isSame = delimiter !== undefined && body.delimiter === body.readDelimiter;
  return { delimiter, columns: isSame ? importColumns.parse(columnsIn(body)) : undefined };
}

const refused = (reason: string, text = "", line?: number): ImportState => ({
  status: "refused",
  reason,
  text,
  line,
});

/**
 * Reads a file and says what entering it would do. It changes nothing, so it is no command; the text goes back to the page,
 * which sends it again. Fields: eventId, file or text; then delimiter, readDelimiter and `columns.` with each field.
 */
export async function readImport(_state: ImportState, form: FormData): Promise<ImportState> {
  const body = bodyOfForm(form);
  if (!body) return refused("malformed");
  if ((await headers()).get("origin") !== origin()) return refused("not_allowed");
  const eventId = idOf("event").safeParse(body.eventId);
  if (!eventId.success) return refused("missing");
  const given = await givenIn(form, body);
  if (!given) return refused("file_no_text");
  if (given.text.trim() === "") return refused("file_empty");
  const asked = { eventId: eventId.data, text: given.text, ...correctionsIn(body) };
  const result = await previewImport(await currentActor(), asked);
  if (result.ok) return { status: "read", ...given, preview: result.value };
  const line = result.failure.details?.line;
  return refused(result.failure.reason, given.text, typeof line === "number" ? line : undefined);
}
