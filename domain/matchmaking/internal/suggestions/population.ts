import type { Id } from "@/lib/ids";

type PersonId = Id<"person">;

/** What suggestions know of somebody. Nothing else enters a score, so nothing else can be the reason for one. */
export type Seeker = {
  id: PersonId;
  /** Empty for somebody who named none: they share it with nobody. */
  organisation: string;
  network: string | undefined;
  /** Tags of the taxonomy; nobody gains by saying one twice. */
  seeks: readonly string[];
  offers: readonly string[];
  cooperation: readonly string[];
  /** Empty when nothing is known: then no language stands between two people. */
  languages: readonly string[];
  /** The slots of the event that are free, by their place in it. */
  free: readonly number[];
};

export type Postings = ReadonlyMap<string, readonly number[]>;

/** Everybody of an event, with who seeks and who offers each tag, and how rare that tag is. */
export type Population = {
  people: readonly Seeker[];
  seekers: Postings;
  offerers: Postings;
  rarity: ReadonlyMap<string, number>;
  /** Length of each person's vector of sought and of offered tags, weighed by rarity. */
  soughtLength: readonly number[];
  offeredLength: readonly number[];
  /** Each person's free slots, 32 to a word. */
  freeWords: readonly Uint32Array[];
};

function postingsOf(people: readonly Seeker[], tagsOf: (one: Seeker) => readonly string[]): Postings {
  const postings = new Map<string, number[]>();
  for (const [index, one] of people.entries()) {
    for (const tag of new Set(tagsOf(one))) {
      const list = postings.get(tag);
      if (list) list.push(index);
      else postings.set(tag, [index]);
    }
  }
  return postings;
}

/** Inverse document frequency (Spärck Jones 1972): what everybody writes tells little about anybody. */
const rarityOf = (people: number, having: number): number => Math.log(1 + people / Math.max(1, having));

const lengthOf = (tags: readonly string[], rarity: ReadonlyMap<string, number>): number =>
  Math.hypot(...[...new Set(tags)].map((tag) => rarity.get(tag) ?? 0));

function wordsOf(slots: readonly number[]): Uint32Array {
  const words = new Uint32Array(Math.floor(Math.max(0, ...slots) / 32) + 1);
  for (const slot of slots) words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (1 << (slot & 31));
  return words;
}

export const haveCommonSlot = ({ freeWords }: Population, a: number, b: number): boolean =>
  freeWords[a]?.some((word, at) => (word & (freeWords[b]?.[at] ?? 0)) !== 0) ?? false;

export function populationOf(people: readonly Seeker[]): Population {
  const seekers = postingsOf(people, ({ seeks }) => seeks);
  const offerers = postingsOf(people, ({ offers }) => offers);
  const having = (tag: string) => (seekers.get(tag)?.length ?? 0) + (offerers.get(tag)?.length ?? 0);
  const tags = new Set([...seekers.keys(), ...offerers.keys()]);
  const rarity = new Map([...tags].map((tag) => [tag, rarityOf(people.length, having(tag))]));
  return {
    ...{ people, seekers, offerers, rarity },
    soughtLength: people.map(({ seeks }) => lengthOf(seeks, rarity)),
    offeredLength: people.map(({ offers }) => lengthOf(offers, rarity)),
    freeWords: people.map(({ free }) => wordsOf(free)),
  };
}
