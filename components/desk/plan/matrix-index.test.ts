import { expect, it } from "vitest";
import { found, indexOf, tablesOf, talksOf } from "./matrix-index";
import { emptyMatrix, fullMatrix, person, talk } from "./testing/generated-matrix";

const matrix = {
  ...emptyMatrix({ people: 4, slots: 3, tables: 2 }),
  talks: [
    talk("late", [0, 1], { slot: 2 }),
    talk("early", [2, 3], { slot: 0, place: "table", table: 2 }),
    talk("off", [0, 2], { slot: 1, state: "cancelled" }),
    talk("nowhere", [0, 3], { slot: null }),
  ],
  closed: [{ personId: "person_1", slot: 1, why: "session" as const }],
};

it("knows of each cell who is there with whom, and why not", () => {
  const index = indexOf(matrix);
  expect(index.talkOf("person_1", 2)?.id).toBe("late");
  expect(index.talkOf("person_0", 1), "called off").toBeUndefined();
  expect(index.droppedOf("person_0", 1)?.id).toBe("off");
  expect(index.talkAt(2, 0)?.id).toBe("early");
  expect(index.closedOf("person_1", 1)).toBe("session");
  expect(["person_0", "person_3"].map(index.countOf), "only with a time").toEqual([1, 1]);
});

it("finds people by any words of name and organisation, whatever their letters", () => {
  const people = [
    person(1, { name: "Änne Größer", organisation: "Werk Süd" }),
    person(2, { name: "Anna Groß" }),
  ];
  const names = (search: string) => found(people, search).map(({ name }) => name);
  expect(names("anne")).toEqual(["Änne Größer"]);
  expect(names("süd anne")).toEqual(["Änne Größer"]);
  expect(names("  ")).toHaveLength(2);
  expect(names("anna werk")).toEqual([]);
});

it("lists talks by the day, those without a time last", () => {
  expect(talksOf(matrix, matrix.people).map(({ id }) => id)).toEqual(["early", "off", "late", "nowhere"]);
  expect(talksOf(matrix, [person(1)]).map(({ id }) => id)).toEqual(["late"]);
});

it("shows all tables, or those at which somebody sits who was found", () => {
  expect(tablesOf(matrix, matrix.people)).toEqual([
    { number: 1, count: 0 },
    { number: 2, count: 1 },
  ]);
  expect(tablesOf(matrix, [person(2)])).toEqual([{ number: 2, count: 1 }]);
  expect(tablesOf(matrix, [person(0)])).toEqual([]);
});

it("reads 500 people in 40 slots in well under a frame's worth of waiting", () => {
  const large = fullMatrix({ people: 500, slots: 40 });
  const start = performance.now();
  indexOf(large);
  expect(performance.now() - start).toBeLessThan(200);
});
