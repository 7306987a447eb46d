import fc from "fast-check";
import { expect, test } from "vitest";
import { drawOffers, fitOf } from "./draw-offers";

const trader = (id: string, seeks: string[], offers: string[]) => ({
  id,
  seeks: new Set(seeks),
  offers: new Set(offers),
});

test("what goes both ways fits better than the same sum one way", () => {
  const both = fitOf(trader("a", ["x"], ["y"]), trader("b", ["y"], ["x"]));
  const oneWay = fitOf(trader("a", ["x", "y"], []), trader("b", [], ["x", "y"]));
  expect([both, oneWay]).toEqual([3, 2]);
});

test("whoever seeks sits with who offers it", () => {
  const people = [
    ...[trader("a", ["steel"], []), trader("b", [], ["steel"])],
    ...[trader("c", ["glass"], []), trader("d", [], ["glass"])],
  ];
  for (const seed of [1, 2, 3, 4, 5]) {
    const rooms = drawOffers({ people, groupSize: 2, seed }).map((room) => room.sort().join(""));
    expect(rooms.sort()).toEqual(["ab", "cd"]);
  }
});

test("everybody has exactly one room, whether anybody fits or not", () => {
  const topics = fc.array(fc.constantFrom("x", "y", "z"), { maxLength: 2 });
  const people = fc
    .array(fc.tuple(topics, topics), { minLength: 2, maxLength: 30 })
    .map((all) => all.map(([seeks, offers], at) => trader(`p${at}`, seeks, offers)));
  fc.assert(
    fc.property(people, fc.integer({ min: 2, max: 6 }), (all, groupSize) => {
      const rooms = drawOffers({ people: all, groupSize, seed: 1 });
      expect(rooms.flat().sort()).toEqual(all.map(({ id }) => id).sort());
      for (const room of rooms) expect(room.length).toBeGreaterThanOrEqual(2);
    }),
  );
});
