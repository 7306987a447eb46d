/** Pieces of RFC 5545 text: escaping (3.3.11), parameters (3.2) and folding (3.1). */

// Line ends are escaped below; no other control character may stand in a value, and U+2028/2029 end lines in some readers.
const LINE_END = /\r\n|[\r\n\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters RFC 5545 forbids.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** TEXT value: backslash, semicolon, comma and line ends are escaped, other control characters left out. */
export const escapeText = (text: string): string =>
  text
    .replace(CONTROL, "")
    .replace(/\\/g, "\\\\")
    .replace(/;/g, "\\;")
    .replace(/,/g, "\\,")
    .replace(LINE_END, "\\n");

/** Parameter value in quotes. A parameter cannot hold a double quote or a line end at all, so they go. */
export const quoteParam = (text: string): string =>
  `"${text.replace(CONTROL, "").replace(LINE_END, " ").replace(/"/g, "'")}"`;

const encoder = new TextEncoder();
const MOST_OCTETS = 75;

/** Folds one content line at 75 octets, between characters, never inside one. */
export function fold(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** Content lines as the text of a file: folded, each ended by CRLF. */
export const icsText = (lines: readonly string[]): string =>
  lines.map((line) => `${fold(line)}\r\n`).join("");

const two = (value: number): string => String(value).padStart(2, "0");

/** An instant as UTC date-time, `20270328T080000Z`. */
export const utcStamp = (at: Date): string =>
  `${String(at.getUTCFullYear()).padStart(4, "0")}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}T${two(
    at.getUTCHours(),
  )}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}Z`;
