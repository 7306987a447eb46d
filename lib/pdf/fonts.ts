import { createRequire } from "node:module";
import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

export const weights = [400, 700] as const;
export type Weight = (typeof weights)[number];

/** Inter comes in parts, one per alphabet. A letter is drawn with the first part that has it. */
const PARTS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"] as const;
export const fontFamily: string[] = PARTS.map((part) => `Inter ${part}`);

/** What is asked of fonts before anything is drawn. */
export type Letters = {
  has: (letter: string) => boolean;
  /** In parts of the font size; letters that stand closer together than this are not thought of. */
  width: (letter: string, weight: Weight) => number;
};

const familiesBy = (letter: string, weight: Weight) => {
  const codePoint = letter.codePointAt(0) ?? 0;
  const fonts = fontFamily.map((family) => Font.getFont({ fontFamily: family, fontWeight: weight })?.data);
  return fonts.find((font) => font?.hasGlyphForCodePoint(codePoint));
};

function widthOf(letter: string, weight: Weight): number {
  const font = familiesBy(letter, weight);
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
    has: (letter) => familiesBy(letter, 400) !== undefined,
    width: (letter, weight) => {
      const key = `${weight}${letter}`;
      const width = known.get(key) ?? widthOf(letter, weight);
      known.set(key, width);
      return width;
    },
  };
}
