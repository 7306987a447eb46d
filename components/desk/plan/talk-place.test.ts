import { describe, expect, it } from "vitest";
import { indexOf, talksOf } from "./matrix-index";
import { type Arrival, personCell, tableCell, talkLine } from "./talk-place";
import { emptyMatrix, talk } from "./testing/generated-matrix";

const matrix = {
  ...emptyMatrix({ people: 5, slots: 4, tables: 3 }),
  talks: [
    talk("beside", [4, 5], { slot: 2, place: "table" as const, table: 1 }),
    talk("there", [1, 2], { slot: 2, place: "table" as const, table: 3 }),
    talk("gone", [1, 2], { slot: 2, state: "cancelled" as const }),
    talk("out", [3, 4], { slot: null }),
  ],
};
const index = indexOf(matrix);
const tables = [{ number: 1 }, { number: 3 }];
const to = (more: Partial<Arrival> = {}): Arrival => ({
  ...{ people: ["person_2", "person_1"], slot: 2, was: 0, row: "person_2", stamp: 1 },
  ...more,
});

describe("where the focus follows a talk to", () => {
  it("is its new time, in the row in which it was let go", () => {
    expect(personCell(to(), index, matrix.people)).toEqual({ row: 2, column: 2 });
    expect(personCell(to({ row: "person_1" }), index, matrix.people)).toEqual({ row: 1, column: 2 });
  });

  it("is a row of one of its people, where that one is not shown or is none of theirs", () => {
    expect(personCell(to({ row: "person_4" }), index, matrix.people)).toEqual({ row: 1, column: 2 });
    expect(personCell(to(), index, matrix.people.slice(0, 2))).toEqual({ row: 1, column: 2 });
    expect(personCell(to(), index, matrix.people.slice(3))).toBeUndefined();
  });

  it("waits until the matrix shows it there", () => {
    expect(personCell(to({ slot: 3 }), index, matrix.people)).toBeUndefined();
    expect(tableCell(to({ slot: 3 }), index, tables)).toBeUndefined();
  });

  it("is where it was, once it has no time", () => {
    const out = to({ people: ["person_3", "person_4"], slot: null, was: 1, row: "person_4" });
    expect(personCell(out, index, matrix.people)).toEqual({ row: 4, column: 1 });
    expect(tableCell(out, index, tables)).toBeUndefined();
  });

  it("is the table it sits at now", () => {
    expect(tableCell(to(), index, tables)).toEqual({ row: 1, column: 2 });
  });

  it("is its line of the list, not that of the talk which falls away", () => {
    const talks = talksOf(matrix, matrix.people);
    expect(talks[talkLine(to(), talks) ?? -1]?.id).toBe("there");
    expect(talks[talkLine(to({ people: ["person_3", "person_4"], slot: null }), talks) ?? -1]?.id).toBe(
      "out",
    );
    expect(talkLine(undefined, talks)).toBeUndefined();
  });
});
