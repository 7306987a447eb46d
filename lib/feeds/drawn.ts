/** Letters that the font of pictures has: German, English and the other Latin alphabets, with their punctuation. */
const KNOWN = /^[\u0020-\u007e\u00a0-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u20ac]$/u;
/** Of those the few that it lacks. */
const LACKING = /[\u00ad\u0114\u0115\u012c\u012d\u0138\u013f\u0140\u0149\u014e\u014f]/u;
const isKnown = (letter: string) => KNOWN.test(letter) && !LACKING.test(letter);

/**
 * A text as a picture can show it. For any other letter the program that draws would ask a server of somebody else for a
 * font or an emoji, and tell it what the text says; so those lose their marks, or go.
 */
export function drawn(text: string): string {
  const letters = [...text.normalize("NFC")].map((letter) => {
    if (isKnown(letter)) return letter;
    return [...letter.normalize("NFKD")].filter(isKnown).join("");
  });
  return letters.join("").replace(/\s+/g, " ").trim();
}
