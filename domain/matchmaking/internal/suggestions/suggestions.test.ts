import { describe, expect, it } from "vitest";
import { EXPOSURE, SUGGESTIONS, SUGGESTIONS_PER_ORGANISATION } from "../../rules";
import { candidatesFor } from "./candidates";
import { afterChange } from "./change";
import { type Lists, listsOf } from "./lists";
import { type Population, populationOf, type Seeker } from "./population";
import { reasonsFor } from "./reasons";

const never = () => false;

function someone(name: string, more: Partial<Seeker> = {}): Seeker {
  const nothing = {
    organisation: "",
    network: undefined,
    seeks: [],
    offers: [],
    cooperation: [],
    languages: [],
  };
  return { id: `per_${name}`, ...nothing, free: [0], ...more };
}

/** A small linear congruential generator: the same crowd in every run. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function crowd(count: number, seed: number): Seeker[] {
  const random = randomFrom(seed);
  // Squared: a few tags are on everybody's list, as in life.
  const tags = (most: number) =>
    Array.from({ length: 1 + random(most) }, () => `tag${Math.floor((random(100) * random(100)) / 150)}`);
  return Array.from({ length: count }, (_, index) =>
    someone(String(index), {
      organisation: `org${random(Math.ceil(count / 3))}`,
      network: `net${random(4)}`,
      seeks: tags(5),
      offers: tags(5),
      free: [random(3), random(3)],
    }),
  );
}

const namesIn = ({ people }: Population, { of }: Lists, index: number) =>
  (of[index] ?? []).map((one) => people[one.index]?.id);

describe("suggestions", () => {
  it("prefer who gives and takes over who does only one of both, and a rare tag over a common one", () => {
    const population = populationOf([
      someone("me", { seeks: ["rare", "common"], offers: ["mine"] }),
      someone("mutual", { offers: ["rare"], seeks: ["mine"] }),
      someone("gives", { offers: ["rare"], seeks: ["elsewhere"] }),
      someone("common", { offers: ["common"], seeks: ["elsewhere"] }),
      someone("common2", { offers: ["common"], seeks: ["elsewhere"] }),
      someone("stranger", { offers: ["other"], seeks: ["elsewhere"] }),
    ]);
    const lists = listsOf(population, never);
    expect(namesIn(population, lists, 0)).toEqual(["per_mutual", "per_gives", "per_common", "per_common2"]);
  });

  it("prefer another network and the wished cooperation, and put who speaks no common language last", () => {
    const both = { offers: ["rare"], seeks: ["mine"] };
    const population = populationOf([
      someone("me", {
        seeks: ["rare"],
        offers: ["mine"],
        network: "a",
        cooperation: ["pilot"],
        languages: ["de"],
      }),
      someone("mute", { ...both, network: "b", cooperation: ["pilot"], languages: ["fr"] }),
      someone("near", { ...both, network: "a", languages: ["de"] }),
      someone("far", { ...both, network: "b", languages: ["en", "de"] }),
      someone("pilot", { ...both, network: "a", cooperation: ["pilot"] }),
    ]);
    expect(namesIn(population, listsOf(population, never), 0)).toEqual([
      "per_pilot",
      "per_far",
      "per_near",
      "per_mute",
    ]);
  });

  it("leave out who has no common free slot and who is kept apart", () => {
    const both = { offers: ["rare"], seeks: ["mine"] };
    const population = populationOf([
      someone("me", { seeks: ["rare"], offers: ["mine"], free: [1, 2] }),
      someone("busy", { ...both, free: [0, 3] }),
      someone("none", { ...both, free: [] }),
      someone("met", { ...both, free: [1] }),
      someone("free", { ...both, free: [2] }),
    ]);
    const apart = (a: Seeker, b: Seeker) => [a.id, b.id].includes("per_met");
    expect(namesIn(population, listsOf(population, apart), 0)).toEqual(["per_free"]);
  });

  it.each([1, 2, 3])("keep their bounds in a crowd (seed %i), and every one has a reason", (seed) => {
    const population = populationOf(crowd(150, seed));
    const lists = listsOf(population, never);
    const stands = population.people.map(() => 0);
    for (const [index, list] of lists.of.entries()) {
      const me = population.people[index];
      expect(list.length).toBeLessThanOrEqual(SUGGESTIONS);
      expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).sort((a, b) => b - a));
      for (const { index: other } of list) {
        stands[other] = (stands[other] ?? 0) + 1;
        const they = population.people[other];
        if (!me || !they) throw new Error("nobody there");
        const reasons = reasonsFor(population.rarity, me, they);
        expect(reasons.youSeek.length + reasons.theySeek.length).toBeGreaterThan(0);
        const mirrored = reasonsFor(population.rarity, they, me);
        expect([mirrored.youSeek, mirrored.theySeek]).toEqual([reasons.theySeek, reasons.youSeek]);
        expect(
          list.filter((one) => population.people[one.index]?.organisation === they.organisation).length,
        ).toBeLessThanOrEqual(SUGGESTIONS_PER_ORGANISATION);
      }
    }
    expect(stands).toEqual(lists.exposure);
    expect(Math.max(...stands)).toBeLessThanOrEqual(EXPOSURE);
  });

  it("are best first of all there are, by the plain sum over every pair", () => {
    const population = populationOf(crowd(40, 7));
    const best = candidatesFor(population, 0, never);
    const scores = best.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    // Whoever shares a sought and offered tag and a slot with them is among the candidates, and nobody else.
    const [me] = population.people;
    const expected = population.people.flatMap((one, index) => {
      if (!me || index === 0) return [];
      const tags =
        one.offers.some((tag) => me.seeks.includes(tag)) || one.seeks.some((tag) => me.offers.includes(tag));
      return tags && one.free.some((slot) => me.free.includes(slot)) ? [index] : [];
    });
    expect(best.map(({ index }) => index).sort((a, b) => a - b)).toEqual(expected);
  });
});

describe("after one change", () => {
  it.each([11, 12, 13])("the lists keep their bounds and name whose changed (seed %i)", (seed) => {
    const people = crowd(120, seed);
    const before = listsOf(populationOf(people), never);
    const me = 5;
    const [other] = crowd(1, seed + 100);
    const changedPeople = people.map((one, index) =>
      index === me && other ? { ...other, id: one.id } : one,
    );
    const population = populationOf(changedPeople);
    const { lists, changed } = afterChange(population, { lists: before, me, apart: never });
    const stands = people.map((_, index) => lists.of.flat().filter((one) => one.index === index).length);
    expect(lists.exposure).toEqual(stands);
    expect(Math.max(...stands)).toBeLessThanOrEqual(EXPOSURE);
    expect(Math.max(...lists.of.map((list) => list.length))).toBeLessThanOrEqual(SUGGESTIONS);
    const unchanged = people.map((_, index) => index).filter((index) => !changed.includes(index));
    for (const index of unchanged) expect(lists.of[index]).toEqual(before.of[index]);
    const withMe = people
      .map((_, index) => index)
      .filter((index) => lists.of[index]?.some((one) => one.index === me));
    expect(withMe.length).toBeGreaterThan(0);
    for (const index of withMe) {
      const [a, b] = [population.people[index], population.people[me]];
      if (!a || !b) throw new Error("nobody there");
      const { youSeek, theySeek } = reasonsFor(population.rarity, a, b);
      expect(youSeek.length + theySeek.length).toBeGreaterThan(0);
    }
    expect(changed).toContain(me);
  });

  it("who takes nothing any more leaves every list", () => {
    const people = crowd(120, 21);
    const before = listsOf(populationOf(people), never);
    const gone = people.map((one, index) => (index === 3 ? { ...one, free: [] } : one));
    const { lists } = afterChange(populationOf(gone), { lists: before, me: 3, apart: never });
    expect(lists.of[3]).toEqual([]);
    expect(lists.of.flat().filter(({ index }) => index === 3)).toEqual([]);
    expect(before.exposure[3]).toBeGreaterThan(0);
    expect(lists.exposure[3]).toBe(0);
  });
});
