import { etagOf } from "@/lib/etag";

/** No cache on the way may keep it, and whoever has this version already is answered 304; what is not there is missing. */
function calendarText(text: string | undefined, headers: Record<string, string>): Response {
  if (text === undefined)
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(text, {
    headers: {
      etag: etagOf(text),
      "cache-control": "private, no-cache",
      "content-type": "text/calendar; charset=utf-8",
      "x-robots-tag": "noindex",
      ...headers,
    },
  });
}

/** A personal calendar for the program that knows its address; one that opens nothing never leads to a sign-in page. */
export const personalFeedResponse = (text: string | undefined): Response => calendarText(text, {});

/** An iCalendar file to take along. */
export const calendarResponse = (text: string | undefined, fileName: string): Response =>
  calendarText(text, {
    "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]/g, "")}"`,
  });
