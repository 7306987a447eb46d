import { createHash } from "node:crypto";

/** An iCalendar file as an answer: with ETag, 304 for who has it already, no file for what is not there. */
export function calendarResponse(request: Request, text: string | undefined, fileName: string): Response {
  if (text === undefined)
    return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  // DTSTAMP says when we answered; what has not changed otherwise is the same file.
  const lasting = text.replace(/^(DTSTAMP|LAST-MODIFIED):.*$/gm, "");
  const etag = `"${createHash("sha256").update(lasting).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "cache-control": "private, no-cache",
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]/g, "")}"`,
    "x-robots-tag": "noindex",
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}
