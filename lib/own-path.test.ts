import { beforeAll, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import { ownPath } from "./own-path";

beforeAll(() => {
  Object.assign(process.env, {
    AUTH_SECRET: "0123456789-abcdef-0123456789-abcdef-unit",
    DATABASE_URL: "postgres://localhost/none",
    LIVEKIT_URL: "ws://localhost:7880",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: "0123456789-abcdef-0123456789-abcdef-unit",
    PLENUM_ORIGIN: "https://plenum.example.org",
  });
  forgetEnv();
});

it.each([
  ["/me/talks?x=1#y", "/me/talks?x=1#y"],
  ["https://plenum.example.org/en/me", "/en/me"],
  ["https://evil.test/", "/me"],
  ["//evil.test", "/me"],
  ["/\\evil.test", "/me"],
  ["/\t/evil.test", "/me"],
  ["https://plenum.example.org//evil.test", "/me"],
  ["https://plenum.example.org@evil.test/", "/me"],
  ["javascript:alert(1)", "/me"],
  ["/api/sign-in/out", "/me"],
  ["", "/"],
  [undefined, "/me"],
  [["/x"], "/me"],
])("%j leads to %s", (text, path) => expect(ownPath(text)).toBe(path));
