import type { EventId, Label, Member, PersonId } from "./facts";

/** Of fewer people nothing is told as a number that somebody else could read about one of them. */
export const FEWEST = 5;

export type Group = { id: string; people: number };

/**
 * Groups that are not told: those of too few people, and, so that nobody reads them off the sum of all, as many of the
 * smallest others as make them enough together. `rest`: people who belong to what is not told anyway.
 */
export function tooFew(groups: readonly Group[], rest = 0): Set<string> {
  const bySize = groups.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people);
  const hidden = new Set(bySize.filter(({ people }) => people < FEWEST).map(({ id }) => id));
  let sum = rest + bySize.reduce((all, { id, people }) => all + (hidden.has(id) ? people : 0), 0);
  for (const { id, people } of bySize) {
    if (sum === 0 || sum >= FEWEST) break;
    if (hidden.has(id)) continue;
    hidden.add(id);
    sum += people;
  }
  return hidden;
}

export type Labels = {
  of: (personId: PersonId, eventId: EventId) => Label;
  /** People of this label whom the reader does not know by membership. */
  isForeign: (label: Label) => boolean;
  /** Somebody whom the reader does not know by name at this event. */
  isStranger: (personId: PersonId, eventId: EventId) => boolean;
};

const keyOf = (personId: PersonId, eventId: EventId) => `${personId} ${eventId}`;
const sizeOf = (some: readonly Member[]) => new Set(some.map(({ personId }) => personId)).size;

function sizesOf(foreign: readonly Member[]) {
  const told = foreign.filter(({ isOver, networkId }) => isOver && networkId !== null);
  const untold = foreign.filter(({ isOver, networkId }) => !isOver || networkId === null);
  const groups = [...Map.groupBy(told, ({ networkId }) => networkId ?? "")].map(([id, some]) => ({
    id,
    people: sizeOf(some),
  }));
  return { groups, rest: sizeOf(untold) };
}

/**
 * Networks that have no line of their own. All of too few people, for their line would say who belongs there; and those with too
 * few strangers. Whom the reader knows by name hides no stranger among them: of them the reader has a report of its own, and
 * would only have to subtract.
 */
function hiddenAmong(foreign: readonly Member[]): Set<string> {
  const few = sizesOf(foreign).groups.filter(({ people }) => people < FEWEST);
  const { groups, rest } = sizesOf(foreign.filter(({ isNamed }) => !isNamed));
  return new Set([...few.map(({ id }) => id), ...tooFew(groups, rest)]);
}

/**
 * Under which name everybody is counted. The reader's own people under their network; those of other networks under
 * theirs once the talks are over and there are enough of them, because a number that one can watch growing tells who made
 * it grow; everybody else together. Where strangers in that remainder are too few, they are left out.
 */
export function labelsOf(members: readonly Member[]): Labels {
  const foreign = members.filter(({ isOwn }) => !isOwn);
  const isKnown = foreign.every(({ isNamed }) => isNamed);
  const hidden = hiddenAmong(foreign);
  const isTold = ({ isOver, networkId }: Member) => networkId !== null && isOver && !hidden.has(networkId);
  const strangers = foreign.filter(({ isNamed }) => !isNamed);
  const remainder = sizeOf(strangers.filter((one) => !isTold(one)));
  const labelOf = (one: Member): Label => {
    if (one.isOwn || isTold(one)) return one.networkId;
    return one.isNamed || remainder >= FEWEST ? "others" : null;
  };
  const labels = new Map(members.map((one) => [keyOf(one.personId, one.eventId), labelOf(one)]));
  const unknown = new Set(strangers.map(({ personId, eventId }) => keyOf(personId, eventId)));
  const own = new Set(members.filter(({ isOwn }) => isOwn).map(({ networkId }) => networkId));
  return {
    of: (personId, eventId) => labels.get(keyOf(personId, eventId)) ?? null,
    isForeign: (label) => (label === "others" ? !isKnown : label !== null && !own.has(label)),
    isStranger: (personId, eventId) => unknown.has(keyOf(personId, eventId)),
  };
}

/** Two labels and how many people of each had something to do with one another. */
export type Meeting = { key: string; sides: readonly { label: Label; people: number }[] };

/**
 * Pairs of which no number is told: a side that is foreign to the reader is too few people. A foreign row with one such
 * pair alone loses its smallest other one as well, or the sum of the row would tell it.
 */
export function veiledPairs(pairs: readonly Meeting[], isForeign: Labels["isForeign"]): Set<string> {
  const foreignIn = ({ sides }: Meeting) => sides.filter(({ label }) => isForeign(label));
  const sizeOf = (pair: Meeting) => Math.min(...pair.sides.map(({ people }) => people));
  const veiled = new Set(
    pairs.filter((pair) => foreignIn(pair).some(({ people }) => people < FEWEST)).map(({ key }) => key),
  );
  const rows = [...new Set(pairs.flatMap((pair) => foreignIn(pair).map(({ label }) => label)))];
  const inRow = (row: Label) => pairs.filter(({ sides }) => sides.some(({ label }) => label === row));
  for (let changed = true; changed; ) {
    changed = false;
    for (const row of rows) {
      const open = inRow(row).filter(({ key }) => !veiled.has(key));
      const isAlone = inRow(row).length - open.length === 1;
      const [smallest] = open.sort((a, b) => sizeOf(a) - sizeOf(b));
      if (!isAlone || !smallest) continue;
      veiled.add(smallest.key);
      changed = true;
    }
  }
  return veiled;
}
