import { createHash } from "node:crypto";

/** Times of writing do not make another version. */
const TIMES = /^(?:DTSTAMP|LAST-MODIFIED):.*$|<version>[^<]*<\/version>|"version":"[^"]*"/gm;

/** What names this version of a file, for the ETag header; whoever has it already is answered 304 by `scripts/serve`. */
export const etagOf = (text: string): string =>
  `"${createHash("sha256").update(text.replace(TIMES, "")).digest("base64url").slice(0, 27)}"`;
