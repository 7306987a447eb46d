import { expect, it } from "vitest";
import { outcomesOf, TOLD_NAMES } from "./labels";

it("names the first of each outcome and counts all of them, and says nothing of what nobody became", () => {
  const many = Array.from({ length: TOLD_NAMES + 5 }, (_, n) => ({ name: `p${n}`, as: "waiting" as const }));
  const told = outcomesOf([{ name: "ada", as: "confirmed" }, ...many]);
  expect(told.map(({ as, count, names }) => [as, count, names.length])).toEqual([
    ["confirmed", 1, 1],
    ["waiting", TOLD_NAMES + 5, TOLD_NAMES],
  ]);
  expect(told[1]?.names[0]).toBe("p0");
  expect(outcomesOf([])).toEqual([]);
});
