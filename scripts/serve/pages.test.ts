import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pageFinisher } from "./pages";

const page = (word: string) =>
  `<html><body><p>${`${word} – `.repeat(300)}</p><script nonce="old">self.__next_f.push([1,"${word}"])</script></body></html>`;

describe("a page from the cache", () => {
  it("is the same under every encoding, without the nonce of an earlier rendering", async () => {
    const { kept: finish } = pageFinisher([]);
    const plain = await finish(page("Messen"), "identity");
    const html = plain.body.toString();
    expect(html).toBe(page("Messen").replace(' nonce="old"', ""));
    const gzip = await finish(page("Messen"), "gzip");
    const br = await finish(page("Messen"), "br");
    expect([gunzipSync(gzip.body).toString(), brotliDecompressSync(br.body).toString()]).toEqual([
      html,
      html,
    ]);
    expect([gzip.headers, br.headers]).toEqual([plain.headers, plain.headers]);
  });

  it("is finished once, whether it comes as text or as bytes", async () => {
    const { kept: finish } = pageFinisher([]);
    const first = await finish(page("Messen"), "br");
    const again = await finish(Buffer.from(page("Messen")), "br");
    expect(again.body).toBe(first.body);
    expect(again.headers).toBe(first.headers);
  });

  it("is another version when its text or its policy is another", async () => {
    const version = async (word: string, livekit: string[]) =>
      (await pageFinisher(livekit).kept(page(word), "br")).headers.etag;
    const known = await version("Messen", []);
    expect(known).toMatch(/^"[\w-]{43}"$/);
    expect(await version("Messen", [])).toBe(known);
    expect(await version("Kleben", [])).not.toBe(known);
    expect(await version("Messen", ["wss://live.example.org"])).not.toBe(known);
  });

  it("is not remembered when nobody will ask for it twice, nor made small at any cost", async () => {
    const { once } = pageFinisher([]);
    const first = await once(page("Nirgends"), "br");
    const again = await once(page("Nirgends"), "br");
    expect(first.encoding).toBe("gzip");
    expect(again.body).not.toBe(first.body);
    expect(again).toEqual(first);
  });
});
