import { expect, it } from "vitest";
import { minutesBetween } from "./minutes";

it.each([
  ["2027-03-10T09:00:00Z", "2027-03-10T09:20:00Z", 20],
  ["2027-03-10T09:00:00Z", "2027-03-10T09:20:29Z", 20],
  ["2027-03-10T09:00:00Z", "2027-03-10T09:20:31Z", 21],
  ["2027-03-10T09:20:00Z", "2027-03-10T09:00:00Z", -20],
  // Half past one until half past three, in the night in which an hour is skipped.
  ["2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00", 60],
])("from %s to %s are %d minutes, as dates and as texts", (from, to, minutes) => {
  expect(minutesBetween(from, to)).toBe(minutes);
  expect(minutesBetween(new Date(from), new Date(to))).toBe(minutes);
});
