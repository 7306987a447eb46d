import { expect, it } from "vitest";
import { aimOf } from "./grid-keys";

const size = { rows: 500, columns: 40, page: 12 };
const at = { row: 10, column: 5 };
const aim = (key: string, ctrlKey = false, from = at) => aimOf({ key, ctrlKey, metaKey: false }, from, size);

it.each([
  ["ArrowDown", false, { row: 11, column: 5 }],
  ["ArrowUp", false, { row: 9, column: 5 }],
  ["ArrowLeft", false, { row: 10, column: 4 }],
  ["ArrowRight", false, { row: 10, column: 6 }],
  ["Home", false, { row: 10, column: 0 }],
  ["End", false, { row: 10, column: 39 }],
  ["Home", true, { row: 0, column: 0 }],
  ["End", true, { row: 499, column: 39 }],
  ["PageDown", false, { row: 22, column: 5 }],
  ["PageUp", false, { row: 0, column: 5 }],
  ["ArrowDown", true, { row: 499, column: 5 }],
] as const)("%s leads to a cell (with Ctrl: %s)", (key, ctrl, expected) => {
  expect(aim(key, ctrl)).toEqual(expected);
});

it("stays inside the grid, and leaves other keys alone", () => {
  expect(aim("ArrowUp", false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
  expect(aim("ArrowRight", false, { row: 0, column: 39 })).toEqual({ row: 0, column: 39 });
  for (const key of ["Tab", "Enter", " ", "a", "Escape"]) expect(aim(key)).toBeUndefined();
});

it("stays at the first cell of a grid without rows", () => {
  const none = { rows: 0, columns: 0, page: 12 };
  expect(aimOf({ key: "End", ctrlKey: true, metaKey: false }, { row: 0, column: 0 }, none)).toEqual({
    row: 0,
    column: 0,
  });
});
