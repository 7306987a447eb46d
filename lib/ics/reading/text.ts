import { CALENDAR_BYTES, CALENDAR_LINES } from "./limits";
import type { ProblemList, Refusal } from "./problems";

type Text = { ok: true; lines: string[] } | { ok: false; reason: Refusal };

const asUtf16 = (bytes: Buffer) =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? Buffer.from(bytes.toString("utf16le"), "utf8") : bytes;

/** Characters of a file: UTF-8 where it is that, else Latin-1, which every sequence of bytes is. */
function decoded(bytes: Buffer, problems: ProblemList): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    problems.add("encoding");
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function linesIn(folded: string): number {
  let lines = 1;
  for (let at = folded.indexOf("\n"); at >= 0; at = folded.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/**
 * The content lines of a file. Lines are put together again before the bytes become characters, because a line may be
 * folded within a character.
 */
export function calendarLines(file: Uint8Array, problems: ProblemList): Text {
  if (file.length > CALENDAR_BYTES) return { ok: false, reason: "too_large" };
  const folded = asUtf16(Buffer.from(file)).toString("latin1");
  if (folded.trim() === "") return { ok: false, reason: "empty_file" };
  if (linesIn(folded) > CALENDAR_LINES) return { ok: false, reason: "too_large" };
  const whole = folded.replaceAll("\0", "");
  if (whole.length < folded.length) problems.add("null_bytes");
  const unfolded = whole.replace(/\r?\n[ \t]/g, "");
  const text = decoded(Buffer.from(unfolded, "latin1"), problems).replace(/^\ufeff/, "");
  if (!/^\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 20_000)))
    return { ok: false, reason: "not_a_calendar" };
  return { ok: true, lines: text.split(/\r\n|\r|\n/) };
}
