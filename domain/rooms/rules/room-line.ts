/**
 * One clean line for the name of a room or a set: they stand beside each other, so nothing in one may break lines, reorder
 * its neighbours or pile up over them.
 */
export const roomLine = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    // The joiner alone stays: it makes one sign of several, such as a profession.
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
