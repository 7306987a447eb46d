/** What people typed, made safe for the mails of others. Escaping is the renderer's work; this is about meaning. */
import type { Locale } from "@/lib/i18n/locales";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters end headers or lines.
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;
/** Characters that reorder or hide text: bidirectional controls, zero width, byte order mark. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const ZERO_WIDTH_SPACE = "\u200B";

/** One line without control or invisible characters, at most `most` characters (80 for a name). */
export function oneLine(text: string, most = 80): string {
  const clean = text.replace(CONTROL, " ").replace(INVISIBLE, "").replace(/ {2,}/g, " ").trim();
  const characters = [...clean];
  return characters.length <= most ? clean : `${characters.slice(0, most - 1).join("")}…`;
}

/**
 * Text that mail programs don't turn into a link by themselves: schemes, host names and addresses are broken up by
 * an invisible space.
 */
export const unlinked = (text: string): string =>
  text
    .replace(/:\/\//g, `:${ZERO_WIDTH_SPACE}//`)
    .replace(/(?<=[\p{L}\p{N}-])([.@])(?=[\p{L}\p{N}])/gu, `$1${ZERO_WIDTH_SPACE}`);

/** A person's name or organisation as it may stand in somebody else's mail. */
export const safeName = (text: string): string => unlinked(oneLine(text));

/** Several people in one sentence of somebody else's mail: „Ben, Cem und Dora“. */
export const namesIn = (locale: Locale, people: readonly { name: string }[]): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(people.map(({ name }) => safeName(name)));

/** A note of several lines in somebody else's mail: not linked, at most `most` characters. */
export function safeNote(text: string, most = 400): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => oneLine(line, most));
  const joined = [...lines.join("\n").trim()].slice(0, most).join("");
  return unlinked(joined.replace(/\n{3,}/g, "\n\n"));
}
