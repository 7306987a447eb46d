import type { Letters, Weight } from "./fonts";

/** Nothing in a document is longer; names and titles are stopped far sooner where they are typed. */
const LONGEST = 2000;
/** Stands for a letter that the fonts do not have, such as an emoji. */
const MISSING = "?";
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}\u2028\u2029]/gu;

/** Text as it can be drawn: one line, nothing that turns its direction, and a sign for each letter that is missing. */
export function drawable(text: string, letters: Pick<Letters, "has">): string {
  const seen = text.slice(0, LONGEST).normalize("NFC").replace(/\s+/gu, " ").replace(UNSEEN, "").trim();
  return Array.from(seen, (letter) => (letters.has(letter) ? letter : MISSING)).join("");
}

/** The room that a text has, in points. */
export type Room = { width: number; size: number; weight: Weight };

const widthIn = (text: string, { size, weight }: Room, letters: Letters) =>
  Array.from(text).reduce((sum, letter) => sum + letters.width(letter, weight) * size, 0);

/** As much of a word as fits into a line, again and again: a word that is longer than a line is broken anywhere. */
function piecesOf(word: string, room: Room, letters: Letters): string[] {
  const pieces = [""];
  let used = 0;
  for (const letter of word) {
    const width = widthIn(letter, room, letters);
    const isFull = used > 0 && used + width > room.width;
    if (isFull) pieces.push("");
    pieces[pieces.length - 1] += letter;
    used = (isFull ? 0 : used) + width;
  }
  return pieces;
}

/** The lines of a text that can be drawn, broken after spaces and hyphens where that is possible. */
export function linesOf(text: string, room: Room, letters: Letters): string[] {
  const words = text.match(/[^\s-]*-+|[^\s-]+\s?|\s/g) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const fits = widthIn(`${line}${word}`.trimEnd(), room, letters) <= room.width;
    if (line !== "" && !fits) lines.push(line);
    const [rest = "", ...full] = (fits ? [line + word] : piecesOf(word, room, letters)).reverse();
    lines.push(...full.reverse());
    line = rest;
  }
  return [...lines, line].map((each) => each.trim()).filter((each) => each !== "");
}

const dotsIn = (line: string, room: Room, letters: Letters): string => {
  const kept = Array.from(line);
  while (kept.length > 0 && widthIn(`${kept.join("")}…`, room, letters) > room.width) kept.pop();
  return `${kept.join("").trimEnd()}…`;
};

/** The same, at most so many lines; the last of more than that ends in dots. */
export function fewLines(text: string, room: Room & { most: number }, letters: Letters): string[] {
  const lines = linesOf(text, room, letters);
  const kept = lines.slice(0, room.most);
  if (lines.length <= room.most) return kept;
  return kept.map((line, at) => (at === kept.length - 1 ? dotsIn(line, room, letters) : line));
}

type Fit = { width: number; height: number; weight: Weight; sizes: readonly number[]; lead: number };

/**
 * The largest of these sizes in which all of a text fits into a box with none of its words broken, else the smallest,
 * which is filled with what fits. A name cut off is somebody else's.
 */
export function fitted(text: string, fit: Fit, letters: Letters): { size: number; lines: string[] } {
  const words = text.split(/\s|(?<=-)/);
  const isGood = (size: number) => {
    const room = { ...fit, size };
    const isWhole = words.every((word) => widthIn(word, room, letters) <= fit.width);
    return isWhole && linesOf(text, room, letters).length * size * fit.lead <= fit.height;
  };
  const size = fit.sizes.find(isGood) ?? Math.min(...fit.sizes);
  const most = Math.max(1, Math.floor(fit.height / (size * fit.lead)));
  return { size, lines: fewLines(text, { ...fit, size, most }, letters) };
}
