import { outcomes as outcomeNames } from "../../rules/afterwards";
import type { EventId, Facts, Outcome, PersonId, TalkFact, Wish } from "./facts";

/** What is counted of people, of a network, of two networks, of all. */
export type Counts = {
  /** Wishes to talk that they have part in, from either side. */
  requested: number;
  accepted: number;
  declined: number;
  /** Talks agreed or planned, without those that were cancelled. */
  talks: number;
  held: number;
  /** Over, and nobody could see whether they took place, or said so. */
  unknown: number;
  minutes: number;
  noShows: number;
};
export type Outcomes = Record<Outcome, number>;

/** What was said of the talks of one event, and by whom. */
type Said = { outcomes: Outcomes; told: Set<PersonId> };
export type Tally = {
  counts: Counts;
  /** Apart, because each event has a report of its own, which can be subtracted from that of a series. */
  said: Map<EventId, Said>;
  /** Who has part in anything that is counted here. */
  involved: Set<PersonId>;
};

/** Under which names a fact counts for one of its people; a fact counts once under each name that any of them gives. */
export type KeysOf = (
  me: PersonId,
  fact: { eventId: EventId; people: readonly PersonId[] },
) => readonly string[];

export const noCounts = (): Counts => ({
  ...{ requested: 0, accepted: 0, declined: 0 },
  ...{ talks: 0, held: 0, unknown: 0, minutes: 0, noShows: 0 },
});
const empty = (): Tally => ({
  counts: noCounts(),
  said: new Map(),
  involved: new Set(),
});

const saidNothing = (): Outcomes => ({
  ...{ did_not_happen: 0, no_common_interest: 0, interesting: 0, cooperation_possible: 0 },
});

/** What these have said together, and how many people that are. */
export function sumOf(parts: readonly Said[]): { outcomes: Outcomes; tellers: number } {
  const outcomes = saidNothing();
  for (const part of parts) for (const one of outcomeNames) outcomes[one] += part.outcomes[one];
  return { outcomes, tellers: new Set(parts.flatMap(({ told }) => [...told])).size };
}

/** Tallies by name, and who of a fact counts under which of them. */
class Book {
  readonly tallies = new Map<string, Tally>();

  constructor(readonly keysOf: KeysOf) {}

  #at(key: string): Tally {
    const tally = this.tallies.get(key) ?? empty();
    this.tallies.set(key, tally);
    return tally;
  }

  /** What concerns all of a fact's people: once under each name. */
  ofAll(fact: Parameters<KeysOf>[1], count: (counts: Counts) => void): void {
    const keys = new Set<string>();
    for (const me of fact.people)
      for (const key of this.keysOf(me, fact)) {
        this.#at(key).involved.add(me);
        keys.add(key);
      }
    for (const key of keys) count(this.#at(key).counts);
  }

  /** What concerns one of them. */
  ofOne(me: PersonId, fact: Parameters<KeysOf>[1], count: (tally: Tally) => void): void {
    for (const key of this.keysOf(me, fact)) count(this.#at(key));
  }
}

const asked =
  ({ state }: Wish) =>
  (counts: Counts) => {
    counts.requested += 1;
    if (state === "accepted" || state === "declined") counts[state] += 1;
  };

const talked =
  ({ held, isOver, minutes }: TalkFact) =>
  (counts: Counts) => {
    counts.talks += 1;
    if (held === null && isOver) counts.unknown += 1;
    if (!held) return;
    counts.held += 1;
    counts.minutes += minutes;
  };

const went =
  ({ personId, noShow, outcome }: TalkFact["people"][number], eventId: EventId) =>
  ({ counts, said }: Tally) => {
    if (noShow) counts.noShows += 1;
    if (!outcome) return;
    const there = said.get(eventId) ?? { outcomes: saidNothing(), told: new Set() };
    there.outcomes[outcome] += 1;
    there.told.add(personId);
    said.set(eventId, there);
  };

/** Every fact under the names that `keysOf` gives. */
export function tallied({ wishes, talks }: Facts, keysOf: KeysOf): ReadonlyMap<string, Tally> {
  const book = new Book(keysOf);
  for (const wish of wishes) book.ofAll({ eventId: wish.eventId, people: [wish.from, wish.to] }, asked(wish));
  for (const talk of talks) {
    const fact = { eventId: talk.eventId, people: talk.people.map(({ personId }) => personId) };
    book.ofAll(fact, talked(talk));
    for (const one of talk.people) book.ofOne(one.personId, fact, went(one, talk.eventId));
  }
  return book.tallies;
}
