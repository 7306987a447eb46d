export type BadgeSize = "xl" | "lg" | "md" | "sm";

/** About so many letters of each size stand in one line of a badge; a word is never broken that fits into a line. */
const LINES: readonly (readonly [BadgeSize, letters: number, lines: number])[] = [
  ["xl", 15, 2],
  ["lg", 20, 2],
  ["md", 27, 3],
];

/**
 * How large a name can be printed: so that its longest word fits into a line and all of it onto the badge. German names
 * are long and hyphenated, and a name cut off is somebody else's.
 */
export function badgeSize(name: string): BadgeSize {
  const words = name.split(/[\s-]+/);
  const longest = Math.max(...words.map((word) => word.length));
  const fits = LINES.find(([, letters, lines]) => longest <= letters && name.length <= letters * lines);
  return fits?.[0] ?? "sm";
}
