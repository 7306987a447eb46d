import { ImageResponse } from "next/og";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PICTURE_SIZE } from "@/lib/feeds/share";
import { SharePicture } from "./share-picture";

const network = { name: "Sensoriknetz Oberland", mark: "SO", colour: "#0a6f8f" };

/** Size in the head of a PNG. */
async function sizeOf(title: string, networks = [network]) {
  const line = "Do., 12. Nov. 2026, 10:00–11:30 Uhr MEZ";
  const picture = new ImageResponse(<SharePicture title={title} line={line} networks={networks} />, {
    ...PICTURE_SIZE,
  });
  const bytes = new DataView(await picture.arrayBuffer());
  return { type: bytes.getUint32(0), width: bytes.getUint32(16), height: bytes.getUint32(20) };
}
const png = { type: 0x89504e47, width: 1200, height: 630 };

describe("the picture of a shared link", { timeout: 30_000 }, () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("is a PNG of the size that its page names", async () => {
    expect(await sizeOf("Messen, was zählt")).toEqual(png);
  });

  it("asks nobody else for letters or emoji, whatever the title says", async () => {
    const fetch = vi.fn(() => Promise.reject(new Error("nobody is asked")));
    vi.stubGlobal("fetch", fetch);
    const latin = String.fromCodePoint(...Array.from({ length: 0x17e - 0xa0 }, (_, at) => at + 0xa1));
    const ascii = String.fromCodePoint(...Array.from({ length: 94 }, (_, at) => at + 0x21));
    for (const title of [ascii, latin, "–—‘’‚“”„…€", "Start 🚀 会议 مرحبا", "", "x".repeat(140)])
      expect(await sizeOf(title), title).toEqual(png);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("has room for many hosts", async () => {
    const many = Array.from({ length: 20 }, (_, number) => ({ ...network, name: `Netz ${number}` }));
    expect(await sizeOf("Viele", many)).toEqual(png);
  });
});
