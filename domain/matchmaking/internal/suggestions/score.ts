import type { Population, Seeker } from "./population";

/** How much of what one seeks the other offers, and the mirror, each from 0 to 1. */
export type Directions = { mine: number; theirs: number };

/** What one direction counts where the other is empty: a one-sided match is worth a talk, but less than a mutual one. */
const ONE_SIDED = 0.1;
const COOPERATION = 1.25;
const OTHER_NETWORK = 1.15;
/** Two who share no language can hardly talk; an interpreter is rarer than another partner. */
const NO_LANGUAGE = 0.2;

/** Harmonic mean, as reciprocal recommenders take it (Pizzato et al. 2010): it is high only where both sides gain. */
export const mutual = ({ mine, theirs }: Directions): number => {
  const [a, b] = [mine + ONE_SIDED, theirs + ONE_SIDED];
  return (2 * a * b) / (a + b) - ONE_SIDED;
};

export const shared = (a: readonly string[], b: readonly string[]): string[] =>
  a.filter((one) => b.includes(one));

export const speakTogether = (a: Seeker, b: Seeker): boolean =>
  a.languages.length === 0 || b.languages.length === 0 || shared(a.languages, b.languages).length > 0;

export const ofOtherNetworks = (a: Seeker, b: Seeker): boolean =>
  a.network !== undefined && b.network !== undefined && a.network !== b.network;

/** How good a talk of these two looks; the same for both. */
export function scoreOf(a: Seeker, b: Seeker, directions: Directions): number {
  const cooperation = shared(a.cooperation, b.cooperation).length > 0 ? COOPERATION : 1;
  const network = ofOtherNetworks(a, b) ? OTHER_NETWORK : 1;
  return mutual(directions) * cooperation * network * (speakTogether(a, b) ? 1 : NO_LANGUAGE);
}

export type Scored = { index: number; score: number };

/** Both directions between one person and everybody, and whom of them anything was found for. */
export type Found = { mine: Float64Array; theirs: Float64Array; others: readonly number[] };

/** Cosine of what one seeks and the other offers, over rarity-weighed tags (Salton and Buckley 1988): long lists gain nothing. */
export function directionsOf(population: Population, me: number): Found {
  const { people, rarity, seekers, offerers, soughtLength, offeredLength } = population;
  const [mine, theirs] = [new Float64Array(people.length), new Float64Array(people.length)];
  const others: number[] = [];
  const add = (way: Float64Array, weight: number, lengths: readonly number[]) => (other: number) => {
    if (other === me) return;
    if (mine[other] === 0 && theirs[other] === 0) others.push(other);
    way[other] = (way[other] ?? 0) + weight / (lengths[other] || 1);
  };
  const weightOf = (tag: string, length: number | undefined) => (rarity.get(tag) ?? 0) ** 2 / (length || 1);
  for (const tag of new Set(people[me]?.seeks)) {
    offerers.get(tag)?.forEach(add(mine, weightOf(tag, soughtLength[me]), offeredLength));
  }
  for (const tag of new Set(people[me]?.offers)) {
    seekers.get(tag)?.forEach(add(theirs, weightOf(tag, offeredLength[me]), soughtLength));
  }
  return { mine, theirs, others };
}
