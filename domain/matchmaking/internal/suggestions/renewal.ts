import type { Id } from "@/lib/ids";
import { EXPOSURE, SUGGESTIONS } from "../../rules";
import type { Apart } from "./candidates";
import { afterChange, refilled } from "./change";
import { type Lists, listsOf } from "./lists";
import { haveCommonSlot, type Population } from "./population";

type PersonId = Id<"person">;
export type StoredSuggestion = { personId: PersonId; partnerId: PersonId; score: number };
export type StoredState = { personId: PersonId; fingerprint: string; madeAt: Date };

/** What lies in the database, and what is so now. */
type Renewal = {
  population: Population;
  apart: Apart;
  /** Of everybody in the population, in its order. */
  fingerprints: readonly string[];
  rows: readonly StoredSuggestion[];
  states: readonly StoredState[];
  now: Date;
};

export type Renewed = {
  lists: Lists;
  /** Whose list is stored anew, by index. */
  changed: readonly number[];
  /** Whose state is. */
  dirty: readonly number[];
  /** True when everybody's list was made at once. */
  isWhole: boolean;
};

/** Changing one list after another costs more than making all of them at once beyond this part of the people. */
const WHOLE_FROM = 1 / 40;
/** Fewer than these are always changed one by one. */
const ALWAYS_SINGLY = 5;
/** After this time all are made at once: topics grow rarer or more common, and scores with them. */
const WHOLE_EVERY_MS = 24 * 3_600_000;

/** The stored lists by index, and who of them has somebody in the list who does not belong there any more. */
function readLists({ population, rows, apart }: Renewal): { lists: Lists; broken: Set<number> } {
  const { people } = population;
  const at = new Map(people.map(({ id }, index) => [id, index]));
  const lists: Lists = { of: people.map(() => []), exposure: people.map(() => 0) };
  const broken = new Set<number>();
  for (const { personId, partnerId, score } of rows) {
    const [me, index] = [at.get(personId), at.get(partnerId)];
    const [one, other] = [
      me === undefined ? undefined : people[me],
      index === undefined ? undefined : people[index],
    ];
    if (me === undefined || !one) continue;
    if (index === undefined || !other || apart(one, other) || !haveCommonSlot(population, me, index)) {
      broken.add(me);
      continue;
    }
    lists.of[me]?.push({ index, score });
    lists.exposure[index] = (lists.exposure[index] ?? 0) + 1;
  }
  for (const list of lists.of) list.sort((a, b) => b.score - a.score || a.index - b.index);
  return { lists, broken };
}

/** Brings the stored lists up to what is so now: of those who changed, of those they leave, and of those they enter. */
export function renewal(given: Renewal): Renewed {
  const { population, apart, fingerprints, states, now } = given;
  const { people } = population;
  const { lists: stored, broken } = readLists(given);
  const known = new Map(states.map((state) => [state.personId, state.fingerprint]));
  const dirty = people.flatMap(({ id }, index) => (known.get(id) === fingerprints[index] ? [] : [index]));
  if (dirty.length + broken.size === 0) return { lists: stored, changed: [], dirty, isWhole: false };
  const oldest = Math.min(...states.map(({ madeAt }) => madeAt.getTime()));
  const many = people.length * WHOLE_FROM;
  const isWhole =
    dirty.length > Math.max(ALWAYS_SINGLY, many) ||
    // One person who leaves breaks as many lists as they may stand in.
    broken.size > Math.max(EXPOSURE, many) ||
    now.getTime() - oldest > WHOLE_EVERY_MS;
  const everybody = people.map((_, index) => index);
  if (isWhole) return { lists: listsOf(population, apart), changed: everybody, dirty: everybody, isWhole };
  const changed = new Set<number>(broken);
  let lists = stored;
  for (const me of dirty) {
    const after = afterChange(population, { lists, me, apart });
    lists = after.lists;
    for (const index of after.changed) changed.add(index);
  }
  // Who lost somebody may have room for somebody else.
  const short = [...changed].filter((index) => (lists.of[index]?.length ?? 0) < SUGGESTIONS);
  return { lists: refilled(population, { lists, apart, short }), changed: [...changed], dirty, isWhole };
}
