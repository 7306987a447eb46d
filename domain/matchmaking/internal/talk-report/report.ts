import { type Counts, noCounts, type Outcomes, sumOf, type Tally, tallied } from "./counts";
import type { Facts, Label, Member, NetworkId, PersonId } from "./facts";
import { FEWEST, type Labels, labelsOf, tooFew, veiledPairs } from "./privacy";

export type ToldLabel = NonNullable<Label>;
/** `outcomes` are null where nobody said something yet, or so few people that it would tell who said it. */
export type Line = { counts: Counts; outcomes: Outcomes | null };
export type NetworkLine = Line & {
  label: ToldLabel;
  /** Who takes talks, and of these who has none. */
  people: number;
  withoutTalk: number;
};
/** Two networks, or one and itself; `counts` are null where too few people of a foreign one are behind them. */
export type PairLine = {
  labels: readonly [ToldLabel, ToldLabel];
  counts: Counts | null;
  outcomes: Outcomes | null;
};
/** One person; what they said of their talks stays with them, as the page on which they say it promises. */
export type PersonLine = {
  personId: PersonId;
  /** Their network, where it is the reader's own. */
  networkId: NetworkId | null;
  /** Of `requested`, those that they asked for themselves. */
  asked: number;
  counts: Counts;
};
export type TalkReport = {
  total: Line & { people: number; withoutTalk: number };
  people: PersonLine[];
  networks: NetworkLine[];
  pairs: PairLine[];
};

const ALL = "all";
const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

const lineOf = (tally: Tally | undefined, isWithheld: boolean): Line => ({
  counts: tally?.counts ?? noCounts(),
  outcomes: tally && tally.said.size > 0 && !isWithheld ? sumOf([...tally.said.values()]).outcomes : null,
});

/** What was said at events at which too few said something for the report of that event to tell it. */
const scatteredIn = ({ said }: Tally) => [...said.values()].filter(({ told }) => told.size < FEWEST);

/** Who is behind the outcomes of a line: where some are told nowhere else, these alone, for the rest can be subtracted. */
const toldIn = (tallies: ReadonlyMap<string, Tally>) =>
  [...tallies].map(([id, tally]) => {
    const { tellers } = sumOf(scatteredIn(tally));
    return { id, people: tellers || sumOf([...tally.said.values()]).tellers };
  });

/** The outcomes of all; without what was said at events where few said something, if these are few together. */
function allOutcomes(tally: Tally | undefined): Outcomes | null {
  if (!tally) return null;
  const scattered = scatteredIn(tally);
  const isEnough = sumOf(scattered).tellers >= FEWEST;
  const told = [...tally.said.values()].filter((part) => isEnough || !scattered.includes(part));
  const { outcomes, tellers } = sumOf(told);
  return tellers < FEWEST ? null : outcomes;
}

/** How many people have these, and how many of them no talk. */
function sizesOf(members: readonly Member[], talking: ReadonlySet<PersonId>) {
  const ids = new Set(members.map(({ personId }) => personId));
  return { people: ids.size, withoutTalk: [...ids].filter((id) => !talking.has(id)).length };
}

function peopleLines(facts: Facts, members: readonly Member[]): PersonLine[] {
  const named = members.filter(({ isNamed }) => isNamed);
  const keys = new Set(named.map(({ personId, eventId }) => `${personId} ${eventId}`));
  const isNamed = (personId: PersonId, eventId: string) => keys.has(`${personId} ${eventId}`);
  const tallies = tallied(facts, (me, { eventId }) => (isNamed(me, eventId) ? [me] : []));
  const asked = Map.groupBy(
    facts.wishes.filter(({ from, eventId }) => isNamed(from, eventId)),
    ({ from }) => from,
  );
  return [...Map.groupBy(named, ({ personId }) => personId)].map(([personId, mine]) => ({
    personId,
    networkId: mine.find(({ isOwn }) => isOwn)?.networkId ?? null,
    asked: asked.get(personId)?.length ?? 0,
    counts: tallies.get(personId)?.counts ?? noCounts(),
  }));
}

function networkLines(facts: Facts, members: readonly Member[], labels: Labels): NetworkLine[] {
  const labelOf = ({ personId, eventId }: Member) => labels.of(personId, eventId);
  const tallies = tallied(facts, (me, { eventId }) =>
    [labels.of(me, eventId)].filter((label) => label !== null),
  );
  const withheld = tooFew(toldIn(tallies));
  return [...Map.groupBy(members, labelOf)].flatMap(([label, mine]) =>
    label === null
      ? []
      : [
          {
            label,
            ...sizesOf(
              mine,
              talkingIn(facts, (me, eventId) => labels.of(me, eventId) === label),
            ),
            ...lineOf(tallies.get(label), withheld.has(label)),
          },
        ],
  );
}

const talkingIn = ({ talks }: Facts, counts: (me: PersonId, eventId: Member["eventId"]) => boolean) =>
  new Set(
    talks.flatMap(({ eventId, people }) =>
      people.map(({ personId }) => personId).filter((id) => counts(id, eventId)),
    ),
  );

type Behind = { all: Set<PersonId>; strangers: Set<PersonId> };

/** How many people nobody could subtract: the strangers, where there are any. */
const unknownIn = (behind: Behind | undefined) => behind?.strangers.size || behind?.all.size || 0;

function pairLines(facts: Facts, labels: Labels): PairLine[] {
  const sides = new Map<string, [ToldLabel, ToldLabel]>();
  const behind = new Map<string, Map<Label, Behind>>();
  const tallies = tallied(facts, (me, { eventId, people }) => {
    const mine = labels.of(me, eventId);
    return people.flatMap((other) => {
      const theirs = labels.of(other, eventId);
      if (other === me || mine === null || theirs === null) return [];
      const key = pairKey(mine, theirs);
      sides.set(key, mine < theirs ? [mine, theirs] : [theirs, mine]);
      const those = behind.get(key) ?? new Map<Label, Behind>();
      const { all, strangers } = those.get(mine) ?? { all: new Set(), strangers: new Set() };
      if (labels.isStranger(me, eventId)) strangers.add(me);
      behind.set(key, those.set(mine, { all: all.add(me), strangers }));
      return [key];
    });
  });
  const veiled = veiledPairs(
    [...sides].map(([key, pair]) => ({
      key,
      sides: [...new Set(pair)].map((label) => ({ label, people: unknownIn(behind.get(key)?.get(label)) })),
    })),
    labels.isForeign,
  );
  const withheld = tooFew(toldIn(tallies).filter(({ id }) => !veiled.has(id)));
  return [...sides].map(([key, pair]) => {
    const { counts, outcomes } = lineOf(tallies.get(key), veiled.has(key) || withheld.has(key));
    return { labels: pair, counts: veiled.has(key) ? null : counts, outcomes };
  });
}

/** Everything that one reader may know of these talks. Pure: what was said and done comes as facts. */
export function reportOf(facts: Facts, members: readonly Member[]): TalkReport {
  const labels = labelsOf(members);
  const counted = members.filter(({ personId, eventId }) => labels.of(personId, eventId) !== null);
  const isCounted = (me: PersonId, eventId: Member["eventId"]) => labels.of(me, eventId) !== null;
  const all = tallied(facts, (me, { eventId }) => (isCounted(me, eventId) ? [ALL] : [])).get(ALL);
  return {
    total: {
      ...sizesOf(counted, talkingIn(facts, isCounted)),
      counts: all?.counts ?? noCounts(),
      outcomes: allOutcomes(all),
    },
    people: peopleLines(facts, members),
    networks: networkLines(facts, members, labels),
    pairs: pairLines(facts, labels),
  };
}
