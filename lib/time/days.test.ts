import { expect, it } from "vitest";
import { dayAfter, daysBetween } from "./days";

it.each([
  ["2027-12-30", 3, "2028-01-02"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2027-03-29", -2, "2027-03-27"],
])("from %s it is %i days to %s", (from, days, to) => {
  expect(dayAfter(from, days)).toBe(to);
  expect(daysBetween(from, to)).toBe(days);
});
