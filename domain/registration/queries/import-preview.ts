import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { seatPlans } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Delimiter } from "@/lib/csv/delimiters";
import { delimiterOf, type Encoding, readTable } from "@/lib/csv/read";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { guessColumns, hasHead } from "../internal/import-columns";
import { countsOf, type Planned, type Problem, planImport, readPeople } from "../internal/import-plan";
import { knownPeople } from "../internal/known-people";
import type { Attendance } from "../rules";
import type { ImportOutcome } from "../rules/import";
import { IMPORT_BYTES, IMPORT_ROWS, type ImportColumns } from "../schema/import";

type Asked = {
  eventId: Id<"event">;
  text: string;
  /** As somebody has corrected them; without them a guess. */
  delimiter?: Delimiter | undefined;
  columns?: ImportColumns | undefined;
};

export type PreviewedRow = { row: number; email: string; outcome: ImportOutcome; problems: Problem[] };
export type ImportPreview = {
  delimiter: Delimiter;
  columns: ImportColumns;
  /** What the file calls its columns, or the first cells of each where it calls them nothing. */
  heads: string[];
  /** The first people as they are understood. */
  sample: {
    row: number;
    name: string;
    email: string;
    organisation: string;
    tags: string[];
    attendance: Attendance;
  }[];
  counts: Record<ImportOutcome, number>;
  /** Rows that would not be entered, with what is wrong with them. */
  left: PreviewedRow[];
};
export type ImportRefusal = "missing" | "file_empty" | "file_too_big" | "too_many_rows" | "file_unreadable";

/** What the page of an import knows between two presses: the text goes along, because nothing of it is stored. */
export type ImportState =
  | { status: "idle" }
  | { status: "refused"; reason: string; line?: number | undefined; text: string }
  | { status: "read"; text: string; encoding: Encoding | undefined; preview: ImportPreview };

const SAMPLE = 3;
const LEFT = 200;

const planOf = async (reader: Reader, eventId: Id<"event">) =>
  (await reader.select().from(seatPlans).where(eq(seatPlans.eventId, eventId)))[0];

const written = ["confirmed", "waiting", "changed", "unchanged"];
const isLeft = ({ outcome }: Planned) => !written.includes(outcome);

const previewed = (planned: Planned): PreviewedRow => ({
  row: planned.row,
  email: planned.email,
  outcome: planned.outcome,
  problems: planned.outcome === "invalid" ? planned.problems : [],
});

/** What reading a file into the list of an event would do, as things stand now. It writes nothing. */
export async function previewImport(
  viewer: Actor,
  { eventId, text, ...said }: Asked,
  reader: Reader = db(),
): Promise<Result<ImportPreview, ImportRefusal>> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "registration.manage", scope)) return fail("not_found", "missing");
  const plan = await planOf(reader, eventId);
  if (!plan) return fail("not_found", "missing");
  if (Buffer.byteLength(text) > IMPORT_BYTES) return fail("invalid", "file_too_big");
  const delimiter = said.delimiter ?? delimiterOf(text);
  const table = readTable(text, delimiter);
  if (!table.ok) return fail("invalid", "file_unreadable", { details: { line: table.line } });
  const { rows } = table;
  if (rows.length > IMPORT_ROWS + 1) return fail("invalid", "too_many_rows");
  const columns = said.columns ?? guessColumns(rows);
  const read = readPeople(rows, columns);
  if (read.length === 0) return fail("invalid", "file_empty");
  const known = await knownPeople(reader, eventId, read);
  const planned = planImport(read, known, plan);
  const width = Math.min(200, Math.max(...rows.map((row) => row.length)));
  const named = hasHead(rows);
  const heads = Array.from({ length: width }, (_, at) => (named ? rows[0]?.[at] : undefined) ?? "");
  const sample = read.flatMap((row) => ("person" in row ? [{ row: row.row, ...row.person }] : []));
  return ok({
    delimiter,
    columns,
    heads,
    sample: sample.slice(0, SAMPLE),
    counts: countsOf(planned),
    left: planned.filter(isLeft).slice(0, LEFT).map(previewed),
  });
}
