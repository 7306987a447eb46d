import { expect, it } from "vitest";
import { clockTime, offsetTime } from "./offset";

it.each([
  ["2026-11-12T09:00:00Z", "2026-11-12T10:00:00+01:00", "10:00"],
  ["2027-03-28T00:59:00Z", "2027-03-28T01:59:00+01:00", "01:59"],
  ["2027-03-28T01:00:00Z", "2027-03-28T03:00:00+02:00", "03:00"],
  ["2027-10-31T00:30:00Z", "2027-10-31T02:30:00+02:00", "02:30"],
  ["2027-10-31T01:30:00Z", "2027-10-31T02:30:00+01:00", "02:30"],
])("%s is %s in Berlin", (instant, text, clock) => {
  const at = new Date(instant);
  expect([offsetTime(at, "Europe/Berlin"), clockTime(at, "Europe/Berlin")]).toEqual([text, clock]);
  expect(new Date(text)).toEqual(at);
});
