import type { DoorPeople } from "@/domain/attendance/schema";
import { splitCheckInCode } from "@/lib/check-in-code";
import { sortKey } from "@/lib/name-order";

export type DoorPerson = DoorPeople["people"][number];

const LETTERS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue" };
const plain = (text: string) =>
  text.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");
const spelledOut = (text: string) =>
  plain(
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[äöü]/g, (letter) => LETTERS[letter] ?? letter),
  );

/** „Müller“ is found as Muller and as Mueller: whoever types at a door has no time for dots. */
const foldsOf = (text: string): readonly string[] => [plain(text), spelledOut(text)];

function isMatch({ name, organisation }: DoorPerson, words: readonly string[]): boolean {
  const folds = foldsOf(`${name} ${organisation}`);
  return words.every((word) => foldsOf(word).some((part) => folds.some((fold) => fold.includes(part))));
}

/** So many at most: whoever is not among them is found by another letter. */
export const MOST_FOUND = 20;

/** Whom a door means by what was typed: every word of it in name or organisation, or the code of one person. */
export function findPeople(people: readonly DoorPerson[], typed: string): DoorPerson[] {
  const code = splitCheckInCode(typed);
  if (code) return people.filter(({ id }) => id === code.registrationId);
  const words = typed.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [];
  return people.filter((person) => isMatch(person, words)).slice(0, MOST_FOUND);
}

/** The letter under which somebody's badge lies; „Ä“ lies with A. */
export const drawerOf = (name: string): string => plain(sortKey(name)).slice(0, 1).toUpperCase();
