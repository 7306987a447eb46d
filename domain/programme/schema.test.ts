import { expect, it } from "vitest";
import { local, title } from "./schema";

const problemOf = (schema: typeof title | typeof local, text: unknown) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message);

it.each([
  ["", ["required"]],
  ["  ", ["required"]],
  ["A", ["three_letters"]],
  ["AB", ["three_letters"]],
  ["ABC", undefined],
])("a title of %j: %j", (text, problem) => {
  expect(problemOf(title, text)).toEqual(problem);
});

it.each([
  ["2028-02-29T10:00", undefined],
  ["2027-02-29T10:00", ["day_does_not_exist"]],
  ["2027-02-30T10:00", ["day_does_not_exist"]],
  ["2027-04-31T10:00", ["day_does_not_exist"]],
  ["2027-13-01T10:00", ["day_does_not_exist"]],
  ["2027-03-28T02:30", undefined],
  ["2027-02-30T25:00", ["invalid_time"]],
  ["morgen", ["invalid_time"]],
])("the time %j: %j", (text, problem) => {
  expect(problemOf(local, text)).toEqual(problem);
});
