import { stringify } from "csv-stringify/sync";
import type { CsvFormat } from "./formats";

/** Text is defused and quoted, a number stays one, null is an empty cell. */
export type Cell = string | number | null;

const formats = {
  rfc4180: { delimiter: ",", mark: "" },
  // Without the byte order mark Excel takes UTF-8 for Windows-1252, and its German edition separates by semicolons.
  excel: { delimiter: ";", mark: "\ufeff" },
} satisfies Record<CsvFormat, { delimiter: string; mark: string }>;

/** How a cell begins that a spreadsheet may calculate: also after blanks, with a line break, and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * The text as a spreadsheet shows it without calculating: what looks like a formula gets an apostrophe. E-mail
 * addresses too: `=cmd|…@example.org` is a valid one, while all that people really have come out untouched.
 */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The same text back where a file of ours, or of others who do the same, is read. */
export const undefused = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** So many rows are written at once; the process answers others in between. */
const ROWS_AT_ONCE = 500;

type Table<Row> = {
  format: CsvFormat;
  head: readonly string[];
  rows: readonly Row[];
  cells: (row: Row) => readonly Cell[];
};

/** The file in parts: its head, then some rows each. Lines end with CRLF, and every text is quoted, whatever is in it. */
export function* csvParts<Row>({ format, head, rows, cells }: Table<Row>): Generator<string, void> {
  const { delimiter, mark } = formats[format];
  const part = (lines: readonly (readonly Cell[])[]) =>
    stringify(
      lines.map((line) => line.map((cell) => (typeof cell === "string" ? defused(cell) : cell))),
      { delimiter, record_delimiter: "windows", quoted_string: true },
    );
  yield mark + part([head]);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    yield part(rows.slice(from, from + ROWS_AT_ONCE).map(cells));
}
