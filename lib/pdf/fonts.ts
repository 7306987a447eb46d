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
  /** The parts that these texts need: each further one is looked through for every letter, which takes longer than all else. */
  families: (texts: string) => string[];
};

const dataOf = (family: string, weight: Weight) =>
  Font.getFont({ fontFamily: family, fontWeight: weight })?.data;

/** The first part that has this letter. */
function familyOf(letter: string): string | undefined {
  const codePoint = letter.codePointAt(0) ?? 0;
  return fontFamily.find((family) => dataOf(family, 400)?.hasGlyphForCodePoint(codePoint));
}

function widthOf(letter: string, weight: Weight): number {
  const family = familyOf(letter);
  const font = family && dataOf(family, weight);
  const glyph = font?.glyphForCodePoint(letter.codePointAt(0) ?? 0);
  return font && glyph ? glyph.advanceWidth / font.unitsPerEm : 1;
}

/** Reads the font files of our own packages: a document never asks another host for anything. */
export async function loadFonts(): Promise<Letters> {
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
  await Promise.all(
    fontFamily.flatMap((family) =>
      weights.map((fontWeight) => Font.load({ fontFamily: family, fontWeight })),
    ),
  );
  const known = new Map<string, number>();
  return {
    has: (letter) => familyOf(letter) !== undefined,
    families: (texts) => {
      const needed = new Set([...new Set(texts)].map(familyOf));
      return fontFamily.filter((family, at) => at === 0 || needed.has(family));
    },
    width: (letter, weight) => {
      const key = `${weight}${letter}`;
      const width = known.get(key) ?? widthOf(letter, weight);
      known.set(key, width);
      return width;
    },
  };
}
