/** Letters that the font of pictures has: German, English and the other Latin alphabets, with their punctuation. */
const KNOWN = /^[\u0020-\u007e\u00a0-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u20ac]$/u;

/**
 * A text as a picture can show it. For any other letter the program that draws would ask a server of somebody else for a
 * font or an emoji, and tell it what the text says; so those lose their marks, or go.
 */
export function drawn(text: string): string {
  const letters = [...text.normalize("NFC")].map((letter) => {
    if (KNOWN.test(letter)) return letter;
    return [...letter.normalize("NFKD")].filter((part) => KNOWN.test(part)).join("");
  });
  return letters.join("").replace(/\s+/g, " ").trim();
}
