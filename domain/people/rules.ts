/** Characters that are never part of a name: controls, zero-width and bidirectional marks, private use, U+FFFE. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

/** One clean line: NFC, without unseen characters, spaces collapsed. What is left of a text of tricks is empty. */
export const cleanText = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim();

/** Keeps a stack of combining marks from covering its neighbours: at most three on one letter. */
export const calmMarks = (text: string): string => text.replace(/(\p{M}{3})\p{M}+/gu, "$1");
