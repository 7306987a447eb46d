import { etagOf } from "@/lib/etag";

/**
 * A personal calendar for the program that knows its address. No cache on the way may keep it, and whoever has this
 * version already is answered 304; an address that opens nothing is missing, and never leads to a sign-in page.
 */
export function personalFeedResponse(text: string | undefined): Response {
  if (text === undefined)
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(text, {
    headers: {
      etag: etagOf(text),
      "cache-control": "private, no-cache",
      "content-type": "text/calendar; charset=utf-8",
      "x-robots-tag": "noindex",
    },
  });
}

/** An iCalendar file as an answer: with an ETag, no file for what is not there. */
export function calendarResponse(text: string | undefined, fileName: string): Response {
  if (text === undefined)
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(text, {
    headers: {
      etag: etagOf(text),
      "cache-control": "private, no-cache",
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]/g, "")}"`,
      "x-robots-tag": "noindex",
    },
  });
}
