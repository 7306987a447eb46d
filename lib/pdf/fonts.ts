import { createRequire } from "node:module";
import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

export const weights = [400, 700] as const;
export type Weight = (typeof weights)[number];

/** Inter comes in parts, one per alphabet. A letter is drawn with the first part that has it. */
const PARTS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"] as const;
const fontFamily: string[] = PARTS.map((part) => `Inter ${part}`);

/** What is asked of fonts before anything is drawn. */
export type Letters = {
  has: (letter: string) => boolean;
  /** In parts of the font size; letters that stand closer together than this are not thought of. */
  width: (letter: string, weight: Weight) => number;
  /** Those parts of Inter that are needed. */
  families: string[];
};

const dataOf = (family: string, weight: Weight) =>
  Font.getFont({ fontFamily: family, fontWeight: weight })?.data ?? undefined;

/** How wide a letter is in the first part that has it; undefined where none has. */
function widthIn(families: readonly string[], letter: string, weight: Weight): number | undefined {
  const codePoint = letter.codePointAt(0) ?? 0;
  const fonts = families.map((family) => dataOf(family, weight));
  const font = fonts.find((data) => data?.hasGlyphForCodePoint(codePoint));
  if (!font) return undefined;
  return (font.glyphForCodePoint(codePoint).advanceWidth ?? 0) / font.unitsPerEm;
}

const load = (family: string) =>
  Promise.all(weights.map((fontWeight) => Font.load({ fontFamily: family, fontWeight })));

/** The parts that a text needs, read one after the other until it has all its letters: most need one. */
async function partsFor(text: string): Promise<string[]> {
  let missing = new Set(text);
  const parts: string[] = [];
  for (const family of fontFamily) {
    if (missing.size === 0) break;
    await load(family);
    const data = dataOf(family, 400);
    const left = [...missing].filter((letter) => !data?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    if (left.length < missing.size || parts.length === 0) parts.push(family);
    missing = new Set(left);
  }
  return parts;
}

/**
 * What draws this text. The font files are those of our own packages: a document never asks another host for anything. No
 * part is looked through that has none of its letters, because each is, for every letter.
 */
export async function lettersFor(text: string): Promise<Letters> {
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  for (const [at, part] of PARTS.entries())
    Font.register({
      family: fontFamily[at] ?? part,
      fonts: weights.map((weight) => ({
        src: resolve(`@fontsource/inter/files/inter-${part}-${weight}-normal.woff`),
        fontWeight: weight,
      })),
    });
  // Lines are broken by us, who know how long they are; no hyphen comes into a name.
  Font.registerHyphenationCallback((word) => [word]);
  const families = await partsFor(text.normalize("NFC"));
  const known = new Map<string, number | undefined>();
  const widthOf = (letter: string, weight: Weight) => {
    const key = `${weight}${letter}`;
    if (!known.has(key)) known.set(key, widthIn(families, letter, weight));
    return known.get(key);
  };
  return {
    families,
    has: (letter) => widthOf(letter, 400) !== undefined,
    width: (letter, weight) => widthOf(letter, weight) ?? 1,
  };
}
