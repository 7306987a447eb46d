import fc from "fast-check";
import { expect, test } from "vitest";
import { distribute, roomSizes, smallestRoom } from "./distribute";

const people = (affiliations: string[]) =>
  affiliations.map((affiliation, index) => ({ id: `adm_${index}`, affiliation }));

test.each([
  [0, 2, []],
  [1, 2, []],
  [2, 2, [2]],
  [3, 2, [3]],
  [5, 2, [3, 2]],
  [6, 2, [2, 2, 2]],
  [7, 5, [4, 3]],
  [5, 4, [3, 2]],
  [9, 4, [3, 3, 3]],
  [3, 50, [3]],
])("%i people in rooms of %i: %j", (count, size, expected) => {
  expect(roomSizes(count, size)).toEqual(expected);
});

test("everybody has exactly one room, nobody is alone, and the same seed gives the same rooms", () => {
  const input = fc.record({
    people: fc.array(fc.constantFrom("", "a", "b", "c"), { minLength: 2, maxLength: 80 }).map(people),
    rule: fc.constantFrom("random_pairs", "network_pairs", "groups"),
    groupSize: fc.integer({ min: 2, max: 12 }),
    seed: fc.integer(),
  });
  fc.assert(
    fc.property(input, (given) => {
      const rooms = distribute(given);
      expect(rooms.flat().sort()).toEqual(given.people.map(({ id }) => id).sort());
      const largest = given.rule === "groups" ? Math.max(given.groupSize, 3) : 3;
      for (const room of rooms) {
        expect(room.length).toBeGreaterThanOrEqual(2);
        expect(room.length).toBeLessThanOrEqual(largest);
      }
      expect(rooms.filter((room) => room.length === 3).length).toBeLessThanOrEqual(
        given.rule === "groups" ? rooms.length : 1,
      );
      expect(distribute({ ...given, people: [...given.people].reverse() })).toEqual(rooms);
    }),
  );
});

test("pairs mix networks whenever no network has more than half of the people", () => {
  const halves = fc
    .array(fc.constantFrom("a", "b", "c", "d"), { minLength: 2, maxLength: 40 })
    .filter((list) => list.length % 2 === 0)
    .filter((list) =>
      ["a", "b", "c", "d"].every((one) => list.filter((x) => x === one).length * 2 <= list.length),
    );
  fc.assert(
    fc.property(halves, fc.integer(), (list, seed) => {
      const all = people(list);
      const of = new Map(all.map((person) => [person.id, person.affiliation]));
      for (const [one, other] of distribute({ people: all, rule: "network_pairs", groupSize: 2, seed })) {
        expect(of.get(one ?? "")).not.toBe(of.get(other ?? ""));
      }
    }),
  );
});

test("by hand distributes nobody, and one person alone gets no room", () => {
  expect(distribute({ people: people(["", ""]), rule: "by_hand", groupSize: 2, seed: 1 })).toEqual([]);
  expect(distribute({ people: people([""]), rule: "random_pairs", groupSize: 2, seed: 1 })).toEqual([]);
});

test("late arrivals go to the room with the fewest people there", () => {
  expect(
    smallestRoom([
      { id: "one", present: 2, assigned: 2 },
      { id: "two", present: 1, assigned: 3 },
      { id: "three", present: 1, assigned: 2 },
    ])?.id,
  ).toBe("three");
  expect(smallestRoom([])).toBeUndefined();
});
