import fc from "fast-check";
import { expect, test } from "vitest";
import { drawAlike, fittingRooms } from "./draw-alike";

const sharers = (...lists: string[][]) => lists.map((shares, at) => ({ id: `p${at}`, shares }));
const summed = (rooms: ReturnType<typeof drawAlike>) =>
  rooms.map(({ matches, ids }) => [matches, ids.length]);

test("people who share something sit together, the most common first, whoever is left over with each other", () => {
  const people = sharers(["a"], ["a"], ["a"], ["b"], ["b"], ["c"], []);
  expect(summed(drawAlike({ people, groupSize: 4, seed: 1 }))).toEqual([
    ["a", 3],
    ["b", 2],
    [null, 2],
  ]);
});

test("what more share than a room holds is talked about in several rooms of almost the same size", () => {
  const people = sharers(...Array.from({ length: 7 }, () => ["a"]));
  expect(summed(drawAlike({ people, groupSize: 3, seed: 1 }))).toEqual([
    ["a", 3],
    ["a", 2],
    ["a", 2],
  ]);
});

test("one who shares nothing joins the smallest room instead of sitting alone", () => {
  const people = sharers(["a"], ["a"], ["a"], ["b"], ["b"], ["c"]);
  const rooms = drawAlike({ people, groupSize: 4, seed: 1 });
  expect(summed(rooms)).toEqual([
    ["a", 3],
    ["b", 3],
  ]);
});

test("whatever people share, everybody has exactly one room and nobody is alone", () => {
  const lists = fc.array(fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 }), {
    minLength: 2,
    maxLength: 40,
  });
  fc.assert(
    fc.property(lists, fc.integer({ min: 2, max: 8 }), fc.integer(), (all, groupSize, seed) => {
      const people = sharers(...all);
      const rooms = drawAlike({ people, groupSize, seed });
      expect(rooms.flatMap(({ ids }) => ids).sort()).toEqual(people.map(({ id }) => id).sort());
      for (const { ids } of rooms) expect(ids.length).toBeGreaterThanOrEqual(2);
      for (const { matches, ids } of rooms.filter((room) => room.matches !== null)) {
        const strangers = ids.filter((id) => {
          const one = people.find((person) => person.id === id);
          return !one?.shares.includes(matches ?? "");
        });
        expect(strangers.length, "only one who would have been alone").toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("a late arrival is sent where what they share is talked about, else to whoever shares nothing", () => {
  const rooms = [{ matches: "a" }, { matches: "b" }, { matches: null }];
  expect(fittingRooms(rooms, ["b"])).toEqual([{ matches: "b" }]);
  expect(fittingRooms(rooms, ["x"])).toEqual([{ matches: null }]);
  expect(fittingRooms([{ matches: "a" }], ["x"])).toEqual([{ matches: "a" }]);
});
