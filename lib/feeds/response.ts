import { etagOf } from "@/lib/etag";

/**
 * A public file for programs that ask again and again: with an ETag; whoever keeps it asks again after five minutes, and
 * may show the old one for an hour meanwhile. 404 for undefined.
 */
export function feedResponse(text: string | undefined, mediaType: string): Response {
  if (text === undefined) return new Response(null, { status: 404 });
  return new Response(text, {
    headers: {
      etag: etagOf(text),
      "cache-control": "public, max-age=300, stale-while-revalidate=3600",
      "content-type": mediaType,
      "access-control-allow-origin": "*",
    },
  });
}
