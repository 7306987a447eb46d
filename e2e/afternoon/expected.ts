import {
  asked,
  isHeld,
  isMissing,
  NETWORKS,
  needOf,
  networkOf,
  offerOf,
  outcomeOf,
  PEOPLE,
  partnerIn,
  type Talk,
  talks,
} from "./script";

/** What the report has to say, counted from the script by loops that share nothing with the product. */
export type Line = {
  requested: number;
  accepted: number;
  declined: number;
  talks: number;
  held: number;
  minutes: number;
  noShows: number;
};
type Of = (people: readonly [number, number]) => boolean;
/** Whole minutes of each talk, as its people were connected. */
export type Minutes = ReadonlyMap<Talk, number>;

export function lineOf(isOf: Of, mine: (person: number) => boolean, minutes: Minutes): Line {
  const wishes = asked.filter(({ from, to }) => isOf([from, to]));
  const held = talks.filter(({ people }) => isOf(people));
  return {
    requested: wishes.length,
    accepted: wishes.filter(({ becomes }) => becomes === "accepted" || becomes === "countered").length,
    declined: wishes.filter(({ becomes }) => becomes === "declined").length,
    talks: held.length,
    held: held.filter(isHeld).length,
    minutes: held.filter(isHeld).reduce((sum, talk) => sum + (minutes.get(talk) ?? 0), 0),
    noShows: held.flatMap(({ slot, people }) => people.filter((one) => mine(one) && isMissing(one, slot)))
      .length,
  };
}

const everybody = Array.from({ length: PEOPLE }, (_, person) => person);
const of = (network: string) => (person: number) => networkOf(person) === network;

export const ofAll = (minutes: Minutes): Line =>
  lineOf(
    () => true,
    () => true,
    minutes,
  );
export const ofPerson = (me: number, minutes: Minutes): Line =>
  lineOf(
    (people) => people.includes(me),
    (person) => person === me,
    minutes,
  );
export const ofNetwork = (network: string, minutes: Minutes): Line =>
  lineOf((people) => people.some(of(network)), of(network), minutes);

/** Of talks between two networks, or within one: who did not come counts whatever side they are on. */
export function ofPair(one: string, other: string, minutes: Minutes): Line {
  const isOf: Of = ([a, b]) =>
    (networkOf(a) === one && networkOf(b) === other) || (networkOf(a) === other && networkOf(b) === one);
  return lineOf(isOf, () => true, minutes);
}

/** How many people of a network have part in what is between the two. */
export function behind(network: string, other: string): number {
  const pairs = [...asked.map(({ from, to }) => [from, to] as const), ...talks.map(({ people }) => people)];
  const between = pairs.filter(
    ([a, b]) =>
      (networkOf(a) === network && networkOf(b) === other) ||
      (networkOf(b) === network && networkOf(a) === other),
  );
  return new Set(between.flat().filter(of(network))).size;
}

export const pairsOfNetworks: readonly (readonly [string, string])[] = NETWORKS.flatMap((one, at) =>
  NETWORKS.slice(at).map((other) => [one, other] as const),
);

/** How often each outcome was said. */
export function outcomesOf(mine: (person: number) => boolean): Record<string, number> {
  const said: Record<string, number> = {};
  for (const talk of talks)
    for (const person of talk.people) {
      const outcome = mine(person) ? outcomeOf(person, talk) : undefined;
      if (outcome) said[outcome] = (said[outcome] ?? 0) + 1;
    }
  return said;
}

/** Whether a person's need is met: they have a talk with somebody who offers it. */
const isMet = (person: number) =>
  talks.some((talk) => talk.people.includes(person) && offerOf(partnerIn(talk, person)) === needOf(person));

export function needsOf(tag: string): { sought: number; unmet: number; offered: number } {
  const seeking = everybody.filter((person) => needOf(person) === tag);
  return {
    sought: seeking.length,
    unmet: seeking.filter((person) => !isMet(person)).length,
    offered: everybody.filter((person) => offerOf(person) === tag).length,
  };
}
