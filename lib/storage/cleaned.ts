import "server-only";
import sharp from "sharp";
import { decoded } from "@/lib/csv/read";
import type { FileEnding } from "./file-type";

/** More than any camera's picture that people show; a picture of few bytes may unpack to gigabytes. */
const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 3_840;
const PORTRAIT_SIDE = 480;

// One thread to a picture, and nothing of it is kept: the processors and the memory stay with the visitors.
sharp.concurrency(1);
sharp.cache(false);

/** Who waits behind whom: what visitors bring stands in a line of its own, so that no office waits for them. */
type DrawingLine = "office" | "visitors";
const last: Record<DrawingLine, Promise<unknown>> = {
  office: Promise.resolve(),
  visitors: Promise.resolve(),
};

/** One picture of each line at a time per process: four at once, each unpacked, would fill the memory of a small machine. */
function inTurn(line: DrawingLine, work: () => Promise<Buffer>): Promise<Buffer> {
  const mine = last[line].then(work);
  last[line] = mine.then(
    () => undefined,
    () => undefined,
  );
  return mine;
}

const reader = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 }).autoOrient();

const isPicture = (ending: FileEnding) => ending === "png" || ending === "jpg" || ending === "webp";

/** Undefined for what is no sound picture, or too large a one. */
const attempt = (work: () => Promise<Buffer>, line: DrawingLine = "office"): Promise<Buffer | undefined> =>
  inTurn(line, work).catch(() => undefined);

/**
 * What of a file is kept. A picture is drawn anew: place, camera and whatever else was hidden in it are gone, and so is
 * everything that is no picture. Text becomes UTF-8, because it is given out as that. Other files stay as they are.
 */
export async function cleaned(
  bytes: Uint8Array,
  ending: FileEnding,
  line: DrawingLine = "office",
): Promise<Uint8Array | undefined> {
  if (ending === "txt" || ending === "csv") return asUtf8(bytes);
  if (!isPicture(ending)) return bytes;
  const drawn = reader(bytes).resize(LONGEST_SIDE, LONGEST_SIDE, { fit: "inside", withoutEnlargement: true });
  if (ending === "png") return attempt(() => drawn.png().toBuffer(), line);
  const smaller = () =>
    ending === "webp" ? drawn.webp({ quality: 88 }).toBuffer() : drawn.jpeg({ quality: 88 }).toBuffer();
  return attempt(smaller, line);
}

/** With the mark by which spreadsheets know it. */
function asUtf8(bytes: Uint8Array): Uint8Array | undefined {
  const read = decoded(bytes);
  if (!read || read.encoding === "utf-8") return read && bytes;
  return new TextEncoder().encode(`\ufeff${read.text}`);
}

/** Twice what pages show, for sharp screens. */
const LOGO = { width: 640, height: 224 } as const;

/**
 * A logo, drawn anew and always PNG, which every browser reads and which keeps edges and what is transparent. Drawings
 * that are programs (SVG) are no pictures here: they can load and run things.
 */
export async function logo(bytes: Uint8Array, ending: FileEnding): Promise<Uint8Array | undefined> {
  if (!isPicture(ending)) return undefined;
  const small = reader(bytes).resize({ ...LOGO, fit: "inside", withoutEnlargement: true });
  return attempt(() => small.png({ compressionLevel: 9 }).toBuffer());
}

/** A square picture of a face, always WebP. */
export async function portrait(bytes: Uint8Array, ending: FileEnding): Promise<Uint8Array | undefined> {
  if (!isPicture(ending)) return undefined;
  const square = reader(bytes).resize(PORTRAIT_SIDE, PORTRAIT_SIDE, { fit: "cover", position: "attention" });
  return attempt(() => square.webp({ quality: 82 }).toBuffer());
}
