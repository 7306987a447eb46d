import { CsvError, parse } from "csv-parse/sync";
import { type Delimiter, delimiters } from "./delimiters";

export type Encoding = "utf-8" | "utf-16le" | "windows-1252";

const MARKS = { utf8: [0xef, 0xbb, 0xbf], utf16: [0xff, 0xfe] };
const beginsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte);

/** Which alphabet a file is written in: what its mark says, UTF-8 where it is valid, else what Excel in Europe writes. */
function encodingOf(bytes: Uint8Array): Encoding {
  if (beginsWith(bytes, MARKS.utf8)) return "utf-8";
  if (beginsWith(bytes, MARKS.utf16)) return "utf-16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** What Windows-1252 has where Latin-1 has control characters. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Some versions of Node take Windows-1252 for Latin-1: quotes, dashes and the euro would be controls. */
const asWindows = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);

/** The text of a file, without its byte order mark; undefined for what is no text, such as a workbook or a picture. */
export function decoded(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const encoding = encodingOf(bytes);
  const read = new TextDecoder(encoding).decode(bytes);
  const text = encoding === "windows-1252" ? asWindows(read) : read;
  return text.includes("\u0000") ? undefined : { text, encoding };
}

const options = (delimiter: Delimiter) => ({
  delimiter,
  bom: true,
  // People write quotes inside of cells, and leave empty cells at the end of a row away.
  relax_quotes: true,
  relax_column_count: true,
  max_record_size: 50_000,
});

export type Table = { ok: true; rows: string[][] } | { ok: false; line: number };

/** All rows as texts, trimmed; or the line from which on it can't be read, mostly because a quote has no end. */
export function readTable(text: string, delimiter: Delimiter): Table {
  try {
    const rows = parse(text, options(delimiter));
    return { ok: true, rows: rows.map((row) => row.map((cell) => cell.trim())) };
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, line: lineOf(error) };
    throw error;
  }
}

/** The parser's errors carry where they were found, which their type does not say. */
function lineOf(error: CsvError): number {
  const line: unknown = error.lines;
  return typeof line === "number" ? line : 1;
}

const LOOKED_AT = 20;

/** Rows of the beginning of a text; a quote that is still open where it is cut is no reason to find nothing. */
function beginningOf(text: string, delimiter: Delimiter): string[][] {
  const lines = text.split(/\r\n|\r|\n/).slice(0, LOOKED_AT);
  for (let count = lines.length; count > 0; count--) {
    const table = readTable(lines.slice(0, count).join("\n"), delimiter);
    if (table.ok) return table.rows;
  }
  return [];
}

/**
 * The separator with which the most rows have as many cells as the first one, and of these the one with the most cells.
 * Semicolons where nothing is separated: then there is one column.
 */
export function delimiterOf(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ";", score: 0 };
  for (const delimiter of delimiters) {
    const rows = beginningOf(text, delimiter).filter((row) => row.some((cell) => cell !== ""));
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const alike = rows.filter((row) => row.length === width).length / rows.length;
    const score = alike * 1_000 + Math.min(width, 999);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
