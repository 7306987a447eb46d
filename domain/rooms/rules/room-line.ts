/**
 * One clean line for the name of a room or a set: they stand beside each other, so nothing in one may break lines, reorder
 * its neighbours or pile up over them.
 */
export const roomLine = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, " ")
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
