import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, livekitOrigins } from "./csp";
import { referrerPolicyOf, securityHeaders } from "./headers";

const policy = contentSecurityPolicy({
  scripts: ["'nonce-abc'"],
  livekit: livekitOrigins("wss://live.example.org"),
});
const directive = (name: string) => policy.split("; ").find((one) => one.startsWith(`${name} `));

describe("content policy", () => {
  it("runs no script that is neither a file of ours nor named by nonce or hash", () => {
    expect(directive("script-src")).toBe("script-src 'self' 'nonce-abc' 'wasm-unsafe-eval'");
    expect(directive("object-src")).toBe("object-src 'none'");
    expect(directive("base-uri")).toBe("base-uri 'none'");
  });

  it("talks to us and to the room server only", () => {
    expect(directive("connect-src")).toBe(
      "connect-src 'self' wss://live.example.org https://live.example.org",
    );
    expect(directive("form-action")).toBe("form-action 'self'");
  });

  it("lets forms lead to an organisation's sign-in where there is one, and sends it nothing else", () => {
    const forms = ["https://login.example.org"];
    const open = contentSecurityPolicy({ scripts: [], livekit: [], forms }).split("; ");
    expect(open).toContain("form-action 'self' https://login.example.org");
    expect(open.filter((one) => one.includes("login.example.org"))).toHaveLength(1);
  });

  it("lets nobody frame us", () => {
    expect(directive("frame-ancestors")).toBe("frame-ancestors 'none'");
  });

  it("allows eval in development only", () => {
    expect(policy).not.toContain("'unsafe-eval'");
    expect(contentSecurityPolicy({ scripts: [], livekit: [], isDev: true })).toContain("'unsafe-eval'");
  });
});

it.each([
  ["ws://127.0.0.1:7880", ["ws://127.0.0.1:7880", "http://127.0.0.1:7880"]],
  ["wss://live.example.org/", ["wss://live.example.org", "https://live.example.org"]],
])("origins of %s", (url, expected) => {
  expect(livekitOrigins(url)).toEqual(expected);
});

it("promises https for the future only where it is spoken", () => {
  expect(securityHeaders(true)["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  expect(securityHeaders(false)["strict-transport-security"]).toBeUndefined();
});

it("keeps the address of a redirect to itself", () => {
  expect(referrerPolicyOf(303)).toBe("no-referrer");
  expect(referrerPolicyOf(200)).toBeUndefined();
  expect(referrerPolicyOf(304)).toBeUndefined();
  expect(referrerPolicyOf(200, "text/html; charset=utf-8")).toBeUndefined();
  expect(referrerPolicyOf(200, "text/calendar; charset=utf-8"), "of a calendar too").toBe("no-referrer");
});
