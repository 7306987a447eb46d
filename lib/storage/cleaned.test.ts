import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleaned, logo, portrait } from "./cleaned";
import { fileKind } from "./file-type";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#0a6f8f" }, limitInputPixels: false });
const gps = { IFD0: { Copyright: "Kanaria" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 8/1 0/1" } };

describe("S48: a picture that is given out", () => {
  it.each(["jpg", "webp", "png"] as const)(
    "as %s is drawn anew: place, camera and what hangs behind it are gone",
    async (ending) => {
      const format = ending === "jpg" ? "jpeg" : ending;
      const shot = await plain(64, 48).withExif(gps).toFormat(format).toBuffer();
      const marked = Buffer.concat([shot, Buffer.from("<script>Kanaria</script>")]);
      expect(
        (await sharp(shot).metadata()).exif,
        "the test's own picture says where it was taken",
      ).toBeDefined();
      const kept = Buffer.from((await cleaned(marked, ending)) ?? []);
      expect(await sharp(kept).metadata()).toMatchObject({ format, width: 64, height: 48 });
      expect((await sharp(kept).metadata()).exif).toBeUndefined();
      expect(kept.includes("Kanaria")).toBe(false);
    },
  );

  it("stands upright without the note that said so", async () => {
    const lying = await plain(64, 48).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const kept = await cleaned(lying, "jpg");
    expect(await sharp(kept).metadata()).toMatchObject({ width: 48, height: 64 });
  });

  it("is refused with fifty megapixels, however few bytes it has", { timeout: 30_000 }, async () => {
    const huge = await plain(10_000, 5_000).png({ compressionLevel: 6 }).toBuffer();
    expect(huge.length).toBeLessThan(2_000_000);
    expect(await cleaned(huge, "png")).toBeUndefined();
    expect(await portrait(huge, "png")).toBeUndefined();
  });

  it("is refused when it is none, or half of one", async () => {
    expect(await cleaned(Buffer.from("\u0089PNG\r\n\u001a\n<html>", "latin1"), "png")).toBeUndefined();
    const whole = await plain(640, 480).jpeg().toBuffer();
    expect(await cleaned(whole.subarray(0, 400), "jpg")).toBeUndefined();
  });
});

describe("a logo", () => {
  it("becomes a PNG that is no higher than pages need, with its shape, what is transparent, and nothing else", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const wide = sharp({ create: { width: 1_600, height: 400, channels: 4, background: clear } });
    const bytes = await wide.withExif(gps).webp({ lossless: true }).toBuffer();
    const made = await logo(bytes, "webp");
    const seen = await sharp(made).metadata();
    expect(seen).toMatchObject({ format: "png", width: 640, height: 160, hasAlpha: true });
    expect(seen.exif).toBeUndefined();
    expect(Buffer.from(made ?? []).includes("Kanaria")).toBe(false);
    const small = await plain(48, 48).jpeg().toBuffer();
    expect(await sharp(await logo(small, "jpg")).metadata()).toMatchObject({ width: 48, height: 48 });
  });

  it("S48: is no drawing that is a program, and no document", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const name of ["logo.svg", "logo.png", "logo.txt"]) expect(fileKind(svg, name)).toBeUndefined();
    for (const ending of ["png", "jpg", "webp", "pdf"] as const)
      expect(await logo(svg, ending), ending).toBeUndefined();
  });
});

it("makes a face square, and nothing else", async () => {
  const made = await portrait(await plain(900, 300).jpeg().toBuffer(), "jpg");
  expect(await sharp(made).metadata()).toMatchObject({ format: "webp", width: 480, height: 480 });
  expect(await portrait(Buffer.from("%PDF-1.7"), "pdf")).toBeUndefined();
});

it("gives text out as UTF-8, and leaves all else as it came", async () => {
  const windows = Uint8Array.from([0x4d, 0xfc]);
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await cleaned(windows, "csv"))).toBe(
    "\ufeffMü",
  );
  const utf8 = new TextEncoder().encode("Mü");
  expect(await cleaned(utf8, "txt")).toBe(utf8);
  const pdf = new TextEncoder().encode("%PDF-1.7");
  expect(await cleaned(pdf, "pdf")).toBe(pdf);
});

describe("many pictures at once", () => {
  const atWork = () => {
    const { queue, process } = sharp.counters();
    return queue + process;
  };

  it("are drawn one after the other, and a broken one holds nobody up", async () => {
    const shot = await plain(400, 300).png().toBuffer();
    const broken = shot.subarray(0, shot.length - 40);
    let most = 0;
    const seen = setInterval(() => {
      most = Math.max(most, atWork());
    }, 0);
    const drawn = await Promise.all([broken, shot, shot, shot, shot, shot].map((one) => cleaned(one, "png")));
    clearInterval(seen);
    expect(drawn.map((bytes) => bytes !== undefined)).toEqual([false, true, true, true, true, true]);
    expect(most).toBe(1);
  });

  /** Whether the office's picture is there while the pictures before it are still drawn. */
  async function officeIsFirst(line: "office" | "visitors"): Promise<boolean> {
    const large = await plain(3_000, 3_000).png().toBuffer();
    const small = await plain(40, 30).png().toBuffer();
    const all = Promise.all(Array.from({ length: 4 }, () => cleaned(large, "png", line)));
    const first = await Promise.race([
      all.then(() => "visitors"),
      cleaned(small, "png").then(() => "office"),
    ]);
    await all;
    return first === "office";
  }

  it("keep no office waiting when visitors bring them", async () => {
    expect(await officeIsFirst("visitors")).toBe(true);
  });

  it("would keep it waiting in one line for all", async () => {
    expect(await officeIsFirst("office")).toBe(false);
  });

  it("would be drawn together without taking turns", async () => {
    const shot = await plain(400, 300).png().toBuffer();
    const together = [1, 2, 3].map(() => sharp(shot).resize(100).png().toBuffer());
    expect(atWork()).toBeGreaterThan(1);
    await Promise.all(together);
  });
});
