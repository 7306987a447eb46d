import { beforeAll, expect, it } from "vitest";
import { atOrigin } from "@/lib/testing/at-origin";
import { ownPath } from "./own-path";

beforeAll(() => atOrigin("https://plenum.example.org"));

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
