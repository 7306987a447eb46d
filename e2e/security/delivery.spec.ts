import { baseUrl } from "../fixtures/environment";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";

const DESK = "/o/sensoriknetz-oberland";
/** Stands on the organizer's desk only. The names of pages are no secret: they stand in the title of whatever answers. */
const CANARY = "Büro einrichten";
/** Stands in the form for a new event only. */
const CANARY_OF_FORM = "Drei Angaben";
const protectedPages = [DESK, `${DESK}/new`, "/me", "/me/talks"];

const bypasses = [
  "middleware:middleware:middleware:middleware:middleware",
  "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware",
  "middleware",
  "src/middleware",
  "proxy",
];

test("S01: no header of Next's own opens a protected page", async () => {
  const stranger = new Visitor();
  for (const path of protectedPages) {
    const plain = await stranger.ask(path);
    for (const value of bypasses) {
      const answer = await stranger.ask(path, { headers: { "x-middleware-subrequest": value } });
      expect([answer.status, answer.location], `${path} with ${value}`).toEqual([
        plain.status,
        plain.location,
      ]);
      for (const canary of [CANARY, CANARY_OF_FORM]) expect(answer.text).not.toContain(canary);
    }
  }
  const owner = await new Visitor().signInAs("organizer");
  expect((await owner.ask(DESK)).text).toContain(CANARY);
  expect((await owner.ask(`${DESK}/new`)).text).toContain(CANARY_OF_FORM);
});

test("S02: no variant of a protected page shows its content to strangers", async () => {
  const variants: { suffix?: string; headers?: Record<string, string> }[] = [
    { suffix: ".rsc" },
    { suffix: "?_rsc=1abc" },
    { headers: { rsc: "1" } },
    { headers: { rsc: "1", "next-router-prefetch": "1" } },
    { headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" } },
    { headers: { rsc: "1", "next-router-segment-prefetch": "/_full" } },
  ];
  const owner = await new Visitor().signInAs("organizer");
  expect((await owner.ask(DESK)).text).toContain(CANARY);
  for (const { suffix = "", headers = {} } of variants) {
    const answer = await new Visitor().ask(`${DESK}${suffix}`, { headers });
    expect(answer.text, `${suffix} ${JSON.stringify(headers)}`).not.toContain(CANARY);
    expect(answer.status).toBeLessThan(500);
  }
});

test("S11: no address makes a personal page part of what everybody gets", async () => {
  const anna = await new Visitor().signInAs("participant");
  const own = await anna.ask("/me");
  expect(own.status).toBe(200);
  for (const path of [
    ...["/_next/static/../../me", "/_next/static/%2e%2e/%2e%2e/me", "/_next/static/./x/../../../me"],
    ...["/_next/static/..%2f..%2fme", "/j/../me"],
  ]) {
    expect((await anna.ask(path)).status, path).toBe(400);
    const stranger = await new Visitor().ask(path);
    expect(stranger.status, path).toBe(400);
    expect(stranger.text.length, path).toBeLessThan(200);
  }
});

test("S05: a write from elsewhere is refused, whatever cookie it carries", async () => {
  const anna = await new Visitor().signInAs("participant");
  for (const origin of ["null", "https://evil.test", `${baseUrl}.evil.test`, ""]) {
    const answer = await anna.ask("/api/sign-in/out", { form: { locale: "de" }, headers: { origin } });
    expect(answer.status, `Origin: ${origin}`).toBe(403);
  }
  const host = await anna.ask("/api/sign-in/out", { form: { locale: "de" }, headers: { host: "evil.test" } });
  expect([400, 403, 421]).toContain(host.status);
  expect((await anna.ask("/me")).status, "still signed in").toBe(200);
});

test("S08: a foreign Host or X-Forwarded-Host never becomes an address of ours", async () => {
  const stranger = new Visitor();
  expect((await stranger.ask("/", { headers: { host: "evil.test" } })).status).toBe(421);
  for (const path of ["/", "/login", DESK, "/e/schwingungen-verstehen"]) {
    const answer = await stranger.ask(path, {
      headers: { "x-forwarded-host": "evil.test", "x-forwarded-proto": "https", forwarded: "host=evil.test" },
    });
    expect(answer.text, path).not.toContain("evil.test");
    expect(answer.location, path).not.toContain("evil.test");
  }
});

test("S10: every page carries the headers that confine it", async () => {
  const anna = await new Visitor().signInAs("participant");
  const paths = [
    "/",
    "/events",
    "/e/schwingungen-verstehen",
    "/login",
    "/me",
    "/room/schwingungen-verstehen",
    "/missing",
  ];
  for (const path of paths) {
    const { headers } = await anna.ask(path, { headers: { accept: "text/html" } });
    const policy = String(headers["content-security-policy"]);
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
    expect(scripts, path).not.toContain("'unsafe-inline'");
    expect(scripts, path).not.toContain("'unsafe-eval'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).toContain("object-src 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers["permissions-policy"], path).toContain("camera=(self)");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("S11: missing pages, probes and forgotten files tell nothing", async () => {
  const stranger = new Visitor();
  const paths = [
    ...["/.git/config", "/.env", "/.env.local", "/package.json", "/app.log", "/docs", "/api", "/api/docs"],
    ...["/_next/static/chunks/main.js.map", "/_next/server/app.js", "/healthz", "/readyz", "/missing"],
    ...[
      "/_next/image?url=/%E0%A4%A&w=64&q=75",
      "/e/missing",
      "/api/rooms/missing/people",
      "/%00",
      "/%E0%A4%A",
      "/..%2f..%2f.env",
      "//evil.test/%2e%2e",
    ],
  ];
  for (const path of paths) {
    const answer = await stranger.ask(path);
    expect(answer.status, path).not.toBe(500);
    const secret =
      /node_modules|at \w+ \(|postgres(ql)?:\/\/|AUTH_SECRET|LIVEKIT_API_SECRET|BEGIN [A-Z ]*KEY/;
    expect(answer.text, path).not.toMatch(secret);
    if (!/healthz|readyz/.test(path)) expect(answer.status, path).toBeGreaterThanOrEqual(300);
  }
});

test("S13: no secret stands in what browsers get", async () => {
  const secrets = ["DATABASE_URL", "AUTH_SECRET", "LIVEKIT_API_SECRET"].flatMap(
    (name) => process.env[name] ?? [],
  );
  expect(secrets.length).toBe(3);
  const anna = await new Visitor().signInAs("participant");
  const seen = new Set<string>();
  for (const path of ["/", "/e/schwingungen-verstehen", "/me", "/login", "/room/schwingungen-verstehen"]) {
    const { text } = await anna.ask(path);
    for (const secret of secrets) expect(text, path).not.toContain(secret);
    for (const [file] of text.matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g)) seen.add(file);
  }
  expect(seen.size).toBeGreaterThan(5);
  for (const file of seen) {
    const { text } = await anna.ask(file);
    for (const secret of secrets) expect(text, file).not.toContain(secret);
    expect(text, file).not.toMatch(/sourceMappingURL=(?!data:)/);
  }
});
