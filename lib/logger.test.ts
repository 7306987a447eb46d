import { expect, it } from "vitest";
import { currentRequestId, describeError, scrub, withRequestId } from "./logger";

it.each([
  ["mail to ada@example.org bounced", "mail to [mail] bounced"],
  ["GET /j/abc.def.ghi failed", "GET /j/[token] failed"],
  ["GET /a/abc.def.ghi failed", "GET /a/[token] failed"],
  ["GET /i/0123456789ab?done=confirmed", "GET /i/[token]?done=[token]"],
  ["GET /api/calendar/s3cret.ics", "GET /api/calendar/[token]"],
  ["GET /api/calendar/p/s3cret.mac.ics", "GET /api/calendar/[token]/[token]"],
  ["POST /api/unsubscribe/s3cret failed", "POST /api/unsubscribe/[token] failed"],
  ["/login?email=ada&next=/", "/login?email=[token]&next=[token]"],
  ["jwt eyJhbGciOi.eyJzdWIi.c2ln expired", "jwt [token] expired"],
  ["Failed query: select 1\nparams: Ada Lovelace,7", "Failed query: select 1\nparams: [redacted]"],
])("scrubs %j", (text, expected) => {
  expect(scrub(text)).toBe(expected);
});

it("describes an error with its causes, without what it quotes", () => {
  const error = new Error("could not register ada@example.org", { cause: new Error("params: Ada") });
  const text = JSON.stringify(describeError(error));
  expect(text).toContain("could not register [mail]");
  expect(text).not.toContain("Ada");
});

it("carries the request id through asynchronous work", async () => {
  const seen = await withRequestId("abc", async () => {
    await Promise.resolve();
    return currentRequestId();
  });
  expect([seen, currentRequestId()]).toEqual(["abc", undefined]);
});
