import { expect, it } from "vitest";
import { bytesOf } from "./size";

it.each([
  ["a text", "x".repeat(1_000)],
  ["a text of wide characters", "ş".repeat(1_000)],
  ["a buffer of as many bytes", Buffer.alloc(2_000)],
  ["the page in an entry", { kind: "APP_PAGE", html: "x".repeat(1_000) }],
  ["the parts of a page", { segmentData: new Map([["/_tree", Buffer.alloc(2_000)]]) }],
  ["the name of a part", new Map([["x".repeat(1_000), undefined]])],
  ["headers", { headers: { "x-next-cache-tags": ["x".repeat(1_000)] } }],
])("%s counts with the memory it takes", (_what, value) => {
  expect(bytesOf(value)).toBeGreaterThanOrEqual(2_000);
  expect(bytesOf(value)).toBeLessThan(3_000);
});

it("comes to an end with a value that holds itself", () => {
  const value: Record<string, unknown> = {};
  value.self = value;
  expect(bytesOf(value)).toBeGreaterThan(0);
});
