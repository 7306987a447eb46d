import { describe, expect, it } from "vitest";
import { EXPOSURE, SUGGESTIONS } from "../../rules";
import { fingerprintOf } from "./fingerprint";
import { listsOf } from "./lists";
import { type Population, populationOf, type Seeker } from "./population";
import { type Renewed, renewal, type StoredState, type StoredSuggestion } from "./renewal";

const NOW = new Date("2027-03-10T10:00:00Z");
const HOUR = 3_600_000;
const never = () => false;

/** People around few topics, so that each fits many. */
const crowd = (count: number): Seeker[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `per_${String(index).padStart(6, "0")}` as const,
    organisation: `firma ${index}`,
    network: undefined,
    seeks: [`t${index % 7}`],
    offers: [`t${(index * 3 + 1) % 7}`],
    cooperation: [],
    languages: [],
    free: [0, 1],
  }));

const printsOf = (people: readonly Seeker[]) => people.map((one) => fingerprintOf(one, []));

/** As the database would give it back. */
function storedFrom({ people }: Population, { lists }: Pick<Renewed, "lists">, madeAt = NOW) {
  const idAt = (index: number) => people[index]?.id ?? "per_nobody";
  const rows: StoredSuggestion[] = lists.of.flatMap((list, me) =>
    list.map(({ index, score }) => ({ personId: idAt(me), partnerId: idAt(index), score })),
  );
  const prints = printsOf(people);
  const states: StoredState[] = people.map(({ id }, index) => ({
    personId: id,
    fingerprint: prints[index] ?? "",
    madeAt,
  }));
  return { rows, states };
}

function renewed(people: readonly Seeker[], stored: ReturnType<typeof storedFrom>, now = NOW): Renewed {
  const fingerprints = printsOf(people);
  return renewal({ population: populationOf(people), apart: never, fingerprints, ...stored, now });
}

const nothing = { rows: [], states: [] };

describe("bringing stored lists up to date", () => {
  const people = crowd(300);
  const population = populationOf(people);
  const first = renewed(people, nothing);
  const stored = storedFrom(population, first);

  it("makes all of them at first, and none while nothing changes", () => {
    expect(first.isWhole).toBe(true);
    expect(first.lists).toEqual(listsOf(population, never));
    expect(renewed(people, stored)).toMatchObject({ changed: [], dirty: [], isWhole: false });
  });

  it("changes few lists when one person changes, and keeps every bound", () => {
    const changed = people.map((one, index) =>
      index === 5 ? { ...one, seeks: ["t6"], offers: ["t2"] } : one,
    );
    const after = renewed(changed, stored);
    expect([after.isWhole, after.dirty]).toEqual([false, [5]]);
    expect(after.changed).toContain(5);
    expect(after.changed.length).toBeLessThan(people.length / 2);
    expect(Math.max(...after.lists.of.map((list) => list.length))).toBeLessThanOrEqual(SUGGESTIONS);
    const stands = people.map((_, at) => after.lists.of.flat().filter(({ index }) => index === at).length);
    expect(after.lists.exposure).toEqual(stands);
    expect(Math.max(...stands)).toBeLessThanOrEqual(EXPOSURE);
  });

  it("fills the lists that somebody who is gone has left", () => {
    const left = people.filter((_, index) => index !== 7);
    const after = renewed(left, stored);
    expect(after.isWhole).toBe(false);
    const had = stored.rows.filter(({ partnerId }) => partnerId === people[7]?.id);
    expect(had.length).toBeGreaterThan(0);
    expect(after.changed.length).toBeGreaterThanOrEqual(had.length);
    for (const index of after.changed) expect(after.lists.of[index]).toHaveLength(SUGGESTIONS);
  });

  it("makes all anew when many changed at once, and a day after the last time", () => {
    const many = people.map((one, index) => (index % 10 === 0 ? { ...one, seeks: ["t6"] } : one));
    expect(renewed(many, stored).isWhole).toBe(true);
    const one = people.map((someone, index) => (index === 5 ? { ...someone, seeks: ["t6"] } : someone));
    expect(renewed(one, stored, new Date(NOW.getTime() + 23 * HOUR)).isWhole).toBe(false);
    expect(renewed(one, stored, new Date(NOW.getTime() + 25 * HOUR)).isWhole).toBe(true);
  });

  it("takes out who lost the last common slot, though nobody said anything", () => {
    const late = people.map((one, index) => ({ ...one, free: index === 3 ? [] : one.free }));
    // The clock is no part of a fingerprint: a slot that is over changes nothing of what was said.
    const after = renewal({
      population: populationOf(late),
      apart: never,
      fingerprints: printsOf(people),
      ...stored,
      now: NOW,
    });
    expect(after.lists.of.flat().filter(({ index }) => index === 3)).toEqual([]);
    expect(after.lists.of[3]).toEqual([]);
  });
});

it("a fingerprint changes with all that is said and who is apart, and not with the order of who is", () => {
  const [one] = crowd(1);
  if (!one) throw new Error("nobody there");
  const own = fingerprintOf(one, ["a", "b"]);
  expect(fingerprintOf(one, ["b", "a"])).toBe(own);
  for (const changed of [
    fingerprintOf({ ...one, free: [0] }, ["a", "b"]),
    fingerprintOf({ ...one, network: "net" }, ["a", "b"]),
    fingerprintOf({ ...one, languages: ["de"] }, ["a", "b"]),
    fingerprintOf(one, ["a"]),
  ])
    expect(changed).not.toBe(own);
});
