import { HIGHEST, type PollKind, type Tally } from "../schema/polls";

type PollState = "draft" | "open" | "closed";
type Moments = { openedAt: Date | null; closedAt: Date | null; sharedAt: Date | null };

/** From its instants alone. */
export function pollState({ openedAt, closedAt }: Pick<Moments, "openedAt" | "closedAt">): PollState {
  if (!openedAt) return "draft";
  return closedAt ? "closed" : "open";
}

/** Who sees a result: hosts always, everybody else once it is shared. */
export const seesTally = (poll: Moments, isManager: boolean): boolean => isManager || poll.sharedAt !== null;

/** What is right is nobody's to read but the hosts' as long as somebody can still answer. */
export const seesCorrect = (poll: Moments, isManager: boolean): boolean =>
  isManager || (poll.sharedAt !== null && poll.closedAt !== null);

type Asked = { kind: PollKind; options: readonly string[] };
type Ballot = { picks: readonly number[]; words: readonly string[] };

/** How many numbers a result of this question has. */
function placesOf({ kind, options }: Asked): number {
  if (kind === "words") return 0;
  return kind === "rating" ? HIGHEST : options.length;
}

/** Of an answer only what this question asks for; undefined where it is none. */
export function ballotFor(poll: Asked, { picks, words }: Ballot): Ballot | undefined {
  if (poll.kind === "words") {
    const given = [...new Map(words.map((word) => [wordKey(word), word])).values()];
    return given.length > 0 ? { picks: [], words: given } : undefined;
  }
  const chosen = [...new Set(picks)].sort((one, other) => one - other);
  const first = poll.kind === "rating" ? 1 : 0;
  const isKnown = (pick: number) => pick >= first && pick < first + placesOf(poll);
  if (chosen.length === 0 || !chosen.every(isKnown)) return undefined;
  return poll.kind === "several" || chosen.length === 1 ? { picks: chosen, words: [] } : undefined;
}

/** What somebody answered, in words. */
export function answersOf({ kind, options }: Asked, { picks, words }: Ballot): string[] {
  if (kind === "words") return [...words];
  return picks.map((pick) => (kind === "rating" ? `${pick}/${HIGHEST}` : (options[pick] ?? "")));
}

/** What stands around a word without being part of it. */
const AROUND = /^[\s#"'„“‚‘»«]+|[\s.!?,;:"'“”‘’»«]+$/gu;

/** Spellings with the same key are one word: also „Straße“ and „STRASSE“, and letters with nothing to see between them. */
export function wordKey(word: string): string {
  const letters = word
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
  return letters.replace(AROUND, "") || letters || word;
}

function countWords(ballots: readonly Ballot[]): Tally["words"] {
  const spellings = Map.groupBy(
    ballots.flatMap(({ words }) => words),
    wordKey,
  );
  return [...spellings]
    .map(([key, all]) => ({ key, word: mostCommon(all), count: all.length }))
    .sort((one, other) => other.count - one.count || one.key.localeCompare(other.key, "de"));
}

/** The way most of them write it; the first of equals by alphabet, so that nothing says who came first. */
function mostCommon(spellings: readonly string[]): string {
  const counts = [...Map.groupBy(spellings, (one) => one)].map(([word, all]) => ({
    word,
    count: all.length,
  }));
  counts.sort((one, other) => other.count - one.count || one.word.localeCompare(other.word, "de"));
  return counts[0]?.word ?? "";
}

/** What everybody answered, in numbers. */
export function tallyOf(poll: Asked, ballots: readonly Ballot[]): Tally {
  const first = poll.kind === "rating" ? 1 : 0;
  const counts = Array.from(
    { length: placesOf(poll) },
    (_, place) => ballots.filter(({ picks }) => picks.includes(place + first)).length,
  );
  return { people: ballots.length, counts, words: poll.kind === "words" ? countWords(ballots) : [] };
}

export type ShownWord = { word: string; count: number; hidden: boolean };

/** The words of a result as its reader gets them: what a host hid is there for hosts alone. */
export const shownWords = (
  words: Tally["words"],
  { hidden, isManager }: { hidden: readonly string[]; isManager: boolean },
): ShownWord[] =>
  words
    .map(({ key, word, count }) => ({ word, count, hidden: hidden.includes(key) }))
    .filter((one) => isManager || !one.hidden);

/** Of a rating, to one place behind the comma; null where nobody answered. */
export function averageOf(counts: readonly number[]): number | null {
  const people = counts.reduce((sum, count) => sum + count, 0);
  if (people === 0) return null;
  return Math.round((counts.reduce((sum, count, place) => sum + count * (place + 1), 0) / people) * 10) / 10;
}

/** Share of those who answered, in whole per cent. */
export const shareOf = (count: number, people: number): number =>
  people === 0 ? 0 : Math.round((count / people) * 100);

/** Polls that one event can have, drafts too. */
export const MOST_POLLS = 60;
