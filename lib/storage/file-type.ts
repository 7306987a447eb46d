import { decoded } from "@/lib/csv/read";
import { zipNames } from "./zip-names";

/** What may be given out, by its content: media type and the ending it gets, whatever it was called. */
const kinds = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  odp: "application/vnd.oasis.opendocument.presentation",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  txt: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
} as const;
export type FileEnding = keyof typeof kinds;
export type FileKind = { ending: FileEnding; type: (typeof kinds)[FileEnding] };

const kindOf = (ending: FileEnding): FileKind => ({ ending, type: kinds[ending] });

/** For the `accept` of a file field. */
export const acceptedEndings = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .concat(".jpeg")
  .join(",");

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

const OFFICE = {
  "word/document.xml": "docx",
  "ppt/presentation.xml": "pptx",
  "xl/workbook.xml": "xlsx",
} as const;

/** Which document an archive is. One with macros is none of ours, whatever it calls itself. */
function documentIn(bytes: Uint8Array): FileEnding | undefined {
  const names = zipNames(bytes);
  if (!names || [...names].some((name) => /vbaProject\.bin$|^Basic\//i.test(name))) return undefined;
  const office = Object.entries(OFFICE).find(([part]) => names.has(part));
  if (office && names.has("[Content_Types].xml")) return office[1];
  const isOpen = names.has("META-INF/manifest.xml") && startsWith(bytes, "mimetype", 30);
  // The first part is called mimetype, lies there unpacked, and says it.
  return isOpen ? (["odt", "odp", "ods"] as const).find((one) => isCalled(bytes, kinds[one])) : undefined;
}

const MIMETYPE_AT = 38;
const isCalled = (bytes: Uint8Array, type: string) =>
  startsWith(bytes, type, MIMETYPE_AT) && startsWith(bytes, "PK", MIMETYPE_AT + type.length);

// biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is what this is for; text has none but tab, feeds and returns.
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** Text has no mark of its own: it must have no control characters, and nothing that a browser would take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  const text = decoded(bytes)?.text;
  return text !== undefined && !CONTROLS.test(text) && !/^\s*</.test(text);
}

const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();

/** What a file is. Its content decides; the given name only tells a table from other text. Undefined for all else. */
export function fileKind(bytes: Uint8Array, name: string): FileKind | undefined {
  if (bytes.length === 0) return undefined;
  if (startsWith(bytes, "%PDF-")) return kindOf("pdf");
  if (startsWith(bytes, "\u0089PNG\r\n\u001a\n")) return kindOf("png");
  if (startsWith(bytes, "\u00ff\u00d8\u00ff")) return kindOf("jpg");
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return kindOf("webp");
  if (startsWith(bytes, "PK\u0003\u0004")) {
    const ending = documentIn(bytes);
    return ending && kindOf(ending);
  }
  const ending = endingOf(name);
  return (ending === "txt" || ending === "csv") && isPlainText(bytes) ? kindOf(ending) : undefined;
}

const LONGEST_STEM = 80;
/** No system of files knows longer names; whoever sends one wants the patterns below to try for long. */
const LONGEST_NAME = 255;

/**
 * What the file is called when somebody saves it: the given name without folders and inner endings, with the ending of
 * what it really is. Nothing on our side is ever called so.
 */
export function savedName(given: string, ending: FileEnding): string {
  const last = given.split(/[/\\]/).at(-1)?.slice(0, LONGEST_NAME) ?? "";
  const stem = last
    .normalize("NFC")
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N} _()-]+/gu, "-")
    .replace(/^[\s-]+|[\s-]+$/g, "");
  const short = [...stem].slice(0, LONGEST_STEM).join("").trim();
  return `${short || "datei"}.${ending}`;
}

/** The header that makes a browser save an answer instead of showing it (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const ascii = name.normalize("NFKD").replace(/[^\w ().-]/g, "");
  const coded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${coded}`;
}
