import { createHash } from "node:crypto";

/** Times of writing do not make another version. */
const TIMES = /^(?:DTSTAMP|LAST-MODIFIED):.*$|<version>[^<]*<\/version>|"version":"[^"]*"/gm;

/** A public file for programs that ask again and again: with an ETag, renewed after an hour; 404 for undefined. */
export function feedResponse(text: string | undefined, mediaType: string): Response {
  if (text === undefined) return new Response(null, { status: 404 });
  const version = createHash("sha256").update(text.replace(TIMES, "")).digest("base64url").slice(0, 27);
  return new Response(text, {
    headers: {
      etag: `"${version}"`,
      "cache-control": "public, max-age=300, stale-while-revalidate=3600",
      "content-type": mediaType,
      "access-control-allow-origin": "*",
    },
  });
}
