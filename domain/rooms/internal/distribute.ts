import type { RoundRule } from "../schema";

/** Somebody to be put into a room; `affiliation` is the network or organisation to be mixed with others. */
export type Candidate = { id: string; affiliation: string };

/** Numbers in [0, 1) from a seed (mulberry32), so that a distribution can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const drawn = items.map((item) => ({ item, key: random() }));
  return drawn.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Order in which neighbours half the list apart differ in affiliation wherever the numbers allow it. */
function byAffiliation(people: readonly Candidate[]): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const person of people) {
    // Who gave no affiliation mixes with everybody.
    const key = person.affiliation === "" ? person.id : person.affiliation;
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).flat();
}

/**
 * Sizes of the rooms: nobody is alone. Pairs make one group of three of an odd person out; groups of n differ by
 * at most one. Fewer than two people get no room.
 */
export function roomSizes(count: number, groupSize: number): number[] {
  if (count < 2) return [];
  const rooms = Math.max(1, groupSize === 2 ? Math.floor(count / 2) : Math.ceil(count / groupSize));
  const fitting = Math.min(rooms, Math.floor(count / 2));
  return Array.from({ length: fitting }, (_, index) => Math.floor((count + fitting - 1 - index) / fitting));
}

const MIXING = new Set<RoundRule>(["network_pairs", "network_groups"]);
const PAIRS = new Set<RoundRule>(["random_pairs", "network_pairs"]);

/** Everybody in the order of a seed: the same people and seed give the same order. */
export function drawn<Person extends { id: string }>(people: readonly Person[], seed: number): Person[] {
  return shuffled(
    [...people].sort((a, b) => (a.id < b.id ? -1 : 1)),
    randomFrom(seed),
  );
}

/** So many people in a row to each room. */
export function cut<Item>(items: readonly Item[], sizes: readonly number[]): Item[][] {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, index) => items.slice(ends[index - 1] ?? 0, end));
}

/** Puts people into rooms at random, or so that networks mix. The same seed and people give the same rooms. */
export function distribute(input: {
  people: readonly Candidate[];
  rule: RoundRule;
  groupSize: number;
  seed: number;
}): string[][] {
  if (input.rule === "by_hand") return [];
  const order = drawn(input.people, input.seed);
  const sizes = roomSizes(order.length, PAIRS.has(input.rule) ? 2 : input.groupSize);
  if (!MIXING.has(input.rule)) return cut(order, sizes).map((room) => room.map(({ id }) => id));
  const rooms: string[][] = sizes.map(() => []);
  byAffiliation(order).forEach(({ id }, index) => {
    rooms[index % Math.max(1, rooms.length)]?.push(id);
  });
  return rooms;
}

/** Late arrival: the room with the fewest people present, then the fewest assigned, then the first. */
export function smallestRoom<Room extends { present: number; assigned: number }>(
  rooms: readonly Room[],
): Room | undefined {
  return [...rooms].sort((a, b) => a.present - b.present || a.assigned - b.assigned)[0];
}
