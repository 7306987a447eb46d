import { describe, expect, it } from "vitest";
import { gateRules, type Knock, loggablePath, pathOf, refusal, stripInternalHeaders } from "./gate";

const demo = gateRules({ publicOrigin: undefined, port: 3000, bodyLimit: 1000, fileLimit: 9000 });
const live = gateRules({
  publicOrigin: "https://plenum.example.org",
  port: 3000,
  bodyLimit: 1000,
  fileLimit: 9000,
});
const knock = (more: Partial<Knock> = {}): Knock => ({
  method: "GET",
  target: "/e/foo",
  host: "localhost:3000",
  hasManyHosts: false,
  origin: undefined,
  contentLength: undefined,
  contentType: undefined,
  isChunked: false,
  ...more,
});
const write = (more: Partial<Knock> = {}) =>
  knock({ method: "POST", target: "/api/registrations", origin: "http://localhost:3000", ...more });

describe("host", () => {
  it.each([
    ["localhost:3000", undefined],
    ["LOCALHOST:3000", undefined],
    ["127.0.0.1:3000", undefined],
    ["[::1]:3000", undefined],
    ["localhost", 421],
    ["localhost:3001", 421],
    ["evil.test", 421],
    ["localhost:3000.evil.test", 421],
    [undefined, 421],
  ])("in demo mode %s gets %s", (host, status) => {
    expect(refusal(knock({ host }), demo)?.status).toBe(status);
  });

  it("with a public origin only its own host comes in, not even localhost", () => {
    expect(refusal(knock({ host: "plenum.example.org" }), live)).toBeUndefined();
    expect(refusal(knock(), live)?.status).toBe(421);
  });

  it.each(["/e/foo", "/healthz"])("is said once, also by those who ask for %s", (target) => {
    expect(refusal(knock({ target, hasManyHosts: true }), demo)).toEqual({ status: 400, reason: "bad_host" });
  });

  it("answers probes and the room server under any host", () => {
    expect(
      refusal(knock({ host: "app:3000", target: "/api/livekit", method: "POST" }), live),
    ).toBeUndefined();
    expect(refusal(knock({ host: "10.0.0.7:3000", target: "/healthz" }), live)).toBeUndefined();
    expect(refusal(knock({ host: "10.0.0.7:3000", target: "/healthz/x" }), live)?.status).toBe(421);
  });
});

describe("doors that take a file", () => {
  const brought = (target: string, contentLength: string, contentType = "multipart/form-data; boundary=x") =>
    refusal(write({ target, contentLength, contentType }), demo);

  it.each([
    "/api/events/evt_1/files",
    "/api/events/evt_1/registrations",
    "/api/registrations/reg_1/change",
    "/api/speakers/spk_1/picture",
    "/api/networks/net_1/logo",
    "/api/board/entries/ent_1/files",
    "/api/me/calendars",
  ])("may be sent more: %s", (target) => {
    expect(brought(target, "9000")).toBeUndefined();
    expect(brought(target, "9001")?.status).toBe(413);
  });

  it.each([
    "/api/events/evt_1/files/x",
    "/api/events/a/b/files",
    "/api/registrations",
    "/api/events/evt_1/export",
    "/api/board/entries",
    "/api/board/entries/ent_1/files/remove",
    "/api/me/calendars/cal_1/drop",
    "/files",
  ])("are those alone: %s", (target) => expect(brought(target, "1001")?.status).toBe(413));

  it.each(["application/x-www-form-urlencoded", "application/json", "text/multipart/form-data", ""])(
    "take no more of what can hold no file: %s",
    (type) => expect(brought("/api/events/evt_1/registrations", "1001", type)?.status).toBe(413),
  );
});

describe("origin of writes", () => {
  it.each([
    ["http://localhost:3000", undefined],
    [undefined, 403],
    ["null", 403],
    ["http://evil.test", 403],
    ["https://localhost:3000", 403],
    ["http://localhost:3001", 403],
    ["http://127.0.0.1:3000", 403],
  ])("%s gets %s", (origin, status) => {
    expect(refusal(write({ origin }), demo)?.status).toBe(status);
  });

  it.each(["PUT", "PATCH", "DELETE"])("is asked for %s too", (method) => {
    expect(refusal(write({ method, origin: undefined }), demo)?.status).toBe(403);
  });

  it.each(["/api/livekit", "/api/v1/events", "/api/unsubscribe/abc"])("is not asked for at %s", (target) => {
    expect(refusal(write({ target, origin: undefined }), demo)).toBeUndefined();
  });

  it.each(["/api/livekitten", "/en/api/livekit"])("is asked for at %s", (target) => {
    expect(refusal(write({ target, origin: undefined }), demo)?.status).toBe(403);
  });
});

describe("body", () => {
  it.each([
    ["1000", false, undefined],
    ["1001", false, 413],
    ["-1", false, 400],
    ["1e3", false, 400],
    [undefined, true, 411],
    ["10", true, 411],
  ])("length %s, chunked %s gets %s", (contentLength, isChunked, status) => {
    expect(refusal(write({ contentLength, isChunked }), demo)?.status).toBe(status);
  });
});

describe("path", () => {
  it.each(["/%E0%A4%A", "//evil.test", "/a%00b", "/a%0d%0ab", "/a\\b", "http://evil.test/", "*", ""])(
    "%s is refused",
    (target) => {
      expect(refusal(knock({ target }), demo)?.status).toBe(400);
    },
  );

  it.each([
    ...[
      "/_next/static/../../me",
      "/_next/static/%2e%2e/%2E%2E/me",
      "/_next/static/..%2f..%2fme",
      "/./me",
      "/e/..",
    ],
    ...["/_next/static/..%5c..%5cme", "/api/livekit/../registrations", "/healthz/../login"],
  ])("%s is refused: Next would answer another page than the one the rules were asked for", (target) => {
    expect(refusal(knock({ target }), demo)?.status).toBe(400);
    expect(refusal(write({ target, origin: undefined }), demo)?.status).toBe(400);
  });

  it.each(["/e/...", "/e/v1.2", "/.well-known/x", "/_next/static/a..b.js", "/?next=/../me"])(
    "%s is a path like any other",
    (target) => {
      expect(refusal(knock({ target }), demo)).toBeUndefined();
    },
  );

  it("takes no NUL in the query, which no column could be compared with", () => {
    expect(refusal(knock({ target: "/api/where-am-i?event=%00&tab=x" }), demo)?.status).toBe(400);
    expect(refusal(knock({ target: "/events/find?q=100%2500" }), demo)).toBeUndefined();
  });

  it.each([
    ...["/e/a/registered/confirmed/evt_1", "/en/e/a/registered/x/y", "/de/e/a/regis%74ered/waiting/z"],
    ...[
      "/EN/e/a/registered/x/y",
      "/deu/e/a/registered/x/y",
      "/%64e/E/a/Registered/x/y",
      "/d-e/e/a/registered/x",
    ],
  ])("leads nobody from outside to %s, whose last part is believed", (target) =>
    expect(refusal(knock({ target }), demo)?.status).toBe(404),
  );

  const long = "x".repeat(201);
  it.each([
    ...[
      `/n/${long}`,
      `/en/e/${long}/register`,
      `/${long}/n/y`,
      `/n/${"%41".repeat(201)}`,
      `/n/${"%C3%BC".repeat(201)}`,
    ],
    ...[
      `/n/${"a%2F".repeat(101)}`,
      `/j/e/${long}`,
      `/t/x/${long}`,
      `/api/calendar/${long}/x`,
      `/_next/${long}`,
    ],
  ])("leads to no page whose name is longer than any of ours (case %#)", (target) => {
    expect(refusal(knock({ target }), demo)).toEqual({ status: 404, reason: "not_found" });
  });

  it.each([
    ...[
      `/n/${"x".repeat(200)}`,
      `/n/${"%C3%BC".repeat(200)}`,
      `/j/${long}`,
      `/l/${long}`,
      `/t/${long}/`,
      `/a/${long}`,
    ],
    ...[
      `/api/calendar/r/${long}.ics`,
      `/api/unsubscribe/${long}`,
      `/_next/static/chunks/${long}.js`,
      `/events/find?q=${long}`,
    ],
  ])("takes a name as long as may be, and sealed texts of any length (case %#)", (target) => {
    expect(refusal(knock({ target }), demo)).toBeUndefined();
  });

  it("comes decoded and without its query", () => {
    expect(pathOf("/e/gr%C3%BCn?x=%ZZ")).toBe("/e/grün");
  });
});

it("refuses methods nobody here answers to", () => {
  expect(refusal(knock({ method: "TRACE" }), demo)?.status).toBe(405);
});

it("takes away every header by which a stranger could speak as a proxy or as Next", () => {
  const headers = {
    host: "localhost",
    cookie: "a=b",
    rsc: "1",
    "next-action": "x",
    "x-middleware-subrequest": "middleware:middleware",
    "x-forwarded-host": "evil.test",
    "x-forwarded-for": "1.2.3.4",
    "x-plenum-client-ip": "1.2.3.4",
    "x-request-id": "mine",
    "x-matched-path": "/desk",
    "content-security-policy": "script-src 'nonce-known'",
  };
  stripInternalHeaders(headers);
  expect(Object.keys(headers)).toEqual(["host", "cookie", "rsc", "next-action"]);
});

it.each([
  ["/e/foo?name=Ada", "/e/foo"],
  ["/j/abc.def", "/j/[token]"],
  ["/a/abc.def", "/a/[token]"],
  ["/en/t/abc", "/en/t/[token]"],
  ["/i/K7WQ0M3ZT9AB?done=confirmed", "/i/[token]"],
  ["/en/i/K7WQ0M3ZT9AB", "/en/i/[token]"],
  ["/%6A/abc.def", "/j/[token]"],
  ["//j/abc.def", "//j/[token]"],
  ["/j/abc%ZZ.def", "/j/[token]"],
  ["/api/calendar/r/reg_1.ics", "/api/calendar/r/[token]"],
  ["/api/calendar/p/abc.def.ics", "/api/calendar/p/[token]"],
  ["/api/calendar/abc", "/api/calendar/[token]"],
  ["/api/unsubscribe/abc", "/api/unsubscribe/[token]"],
])("logs %s as %s", (target, path) => {
  expect(loggablePath(target)).toBe(path);
});
