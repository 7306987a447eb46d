import type { Afternoon } from "./afternoon";
import {
  everybody,
  isHeld,
  isMissing,
  NETWORKS,
  needOf,
  networkOf,
  offerOf,
  outcomeOf,
  partnerIn,
  samePair,
  type Talk,
} from "./script";

/**
 * What the report has to say, counted from what was agreed, planned and done by loops that share nothing with the product.
 */
export type Line = {
  requested: number;
  accepted: number;
  declined: number;
  talks: number;
  held: number;
  unknown: number;
  minutes: number;
  noShows: number;
};
type Of = (people: readonly [number, number]) => boolean;
type Mine = (person: number) => boolean;
/** Whole minutes of each talk that was held, as its people were connected. */
export type Minutes = ReadonlyMap<Talk, number>;
type Day = Pick<Afternoon, "talks" | "asked">;
export type Counted = Day & { minutes: Minutes };

export const of =
  (network: string): Mine =>
  (person) =>
    networkOf(person) === network;
export const anybody: Mine = () => true;

function lineOf({ talks, asked, minutes }: Counted, isOf: Of, mine: Mine): Line {
  const requests = asked.filter(({ from, to }) => isOf([from, to]));
  const theirs = talks.filter(({ people }) => isOf(people));
  // What nobody has answered is settled by a talk of the two that the plan has made.
  const isSettled = (from: number, to: number) => talks.some(({ people }) => samePair(people, [from, to]));
  return {
    requested: requests.length,
    accepted: requests.filter(
      ({ from, to, becomes }) => becomes !== "declined" && (becomes !== "open" || isSettled(from, to)),
    ).length,
    declined: requests.filter(({ becomes }) => becomes === "declined").length,
    talks: theirs.length,
    held: theirs.filter(isHeld).length,
    unknown: 0,
    minutes: theirs.filter(isHeld).reduce((sum, talk) => sum + (minutes.get(talk) ?? 0), 0),
    noShows: theirs.flatMap(({ people }) => people.filter((one) => mine(one) && isMissing(one))).length,
  };
}

export const ofAll = (counted: Counted): Line => lineOf(counted, () => true, anybody);
export const ofPerson = (counted: Counted, me: number): Line =>
  lineOf(
    counted,
    (people) => people.includes(me),
    (person) => person === me,
  );
export const ofNetwork = (counted: Counted, network: string): Line =>
  lineOf(counted, (people) => people.some(of(network)), of(network));

const isBetween = (one: string, other: string): Of => {
  const names = [one, other].toSorted().join();
  return (people) => people.map(networkOf).toSorted().join() === names;
};
/** Of talks between two networks, or within one: who did not come counts whatever side they are on. */
export const ofPair = (counted: Counted, one: string, other: string): Line =>
  lineOf(counted, isBetween(one, other), anybody);

/** How many people of a network have part in what is between the two. */
function behind({ talks, asked }: Day, network: string, other: string): number {
  const pairs = [...asked.map(({ from, to }) => [from, to] as const), ...talks.map(({ people }) => people)];
  const between = pairs.filter(isBetween(network, other));
  return new Set(between.flat().filter(of(network))).size;
}

const FEWEST = 5;
/** Whether the report is silent about two networks because too few people of one that is not the office's own have part. */
export const isFew = (day: Day, one: string, other: string): boolean =>
  [one, other].some(
    (network) => network !== NETWORKS[0] && behind(day, network, network === one ? other : one) < FEWEST,
  );

export const pairsOfNetworks: readonly (readonly [string, string])[] = NETWORKS.flatMap((one, at) =>
  NETWORKS.slice(at).map((other) => [one, other] as const),
);

/** How many of these people have no talk at all. */
export const withoutTalk = ({ talks }: Day, mine: Mine): number =>
  everybody.filter((person) => mine(person) && !talks.some(({ people }) => people.includes(person))).length;

export const askedBy = ({ asked }: Day, me: number): number => asked.filter(({ from }) => from === me).length;

/** How often each outcome was said by these people, of talks that are of a kind. */
export function outcomesOf({ talks }: Day, mine: Mine, isOf: Of = () => true): Record<string, number> {
  const said = { did_not_happen: 0, no_common_interest: 0, interesting: 0, cooperation_possible: 0 };
  for (const talk of talks.filter(({ people }) => isOf(people)))
    for (const person of talk.people) {
      const outcome = mine(person) ? outcomeOf(person, talk) : undefined;
      if (outcome) said[outcome] += 1;
    }
  return said;
}
export const outcomesOfPair = (day: Day, one: string, other: string) =>
  outcomesOf(day, anybody, isBetween(one, other));

/** Whether a person's need is met: they have a talk with somebody who offers it, and that did not fall away. */
export const isMet = ({ talks }: Day, person: number): boolean =>
  talks.some(
    (talk) =>
      isHeld(talk) && talk.people.includes(person) && offerOf(partnerIn(talk, person)) === needOf(person),
  );

export function needsOf(day: Day, tag: string): { sought: number; unmet: number; offered: number } {
  const seeking = everybody.filter((person) => needOf(person) === tag);
  return {
    sought: seeking.length,
    unmet: seeking.filter((person) => !isMet(day, person)).length,
    offered: everybody.filter((person) => offerOf(person) === tag).length,
  };
}
