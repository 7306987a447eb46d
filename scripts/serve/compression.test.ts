import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { encodingFor, isCompressible, pack } from "./compression";

it.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=0.8", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["identity", "identity"],
  [undefined, "identity"],
])("accepting %s gets %s", (accept, encoding) => {
  expect(encodingFor(accept)).toBe(encoding);
});

it("packs what unpacks to the same, and leaves small bodies alone", async () => {
  const body = Buffer.from("Plenum ".repeat(1000));
  expect(brotliDecompressSync((await pack(body, "br")).body)).toEqual(body);
  expect(gunzipSync((await pack(body, "gzip")).body)).toEqual(body);
  expect(await pack(Buffer.from("ok"), "br")).toEqual({ body: Buffer.from("ok"), encoding: "identity" });
});

it("never holds an event stream back", () => {
  expect(isCompressible("text/event-stream; charset=utf-8")).toBe(false);
  expect(isCompressible("text/html; charset=utf-8")).toBe(true);
  expect(isCompressible("image/png")).toBe(false);
});
