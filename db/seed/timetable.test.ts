import { expect, it } from "vitest";
import { dayOf, startOf } from "./timetable";

it.each([
  ["a wall time in winter", "2026-11-12T09:25:00Z", { day: 2, at: "14:00" }, "2026-11-14T13:00:00.000Z"],
  [
    "the day is Berlin's, not that of UTC",
    "2026-11-12T23:30:00Z",
    { day: 0, at: "10:00" },
    "2026-11-13T09:00:00.000Z",
  ],
  [
    "the wall time stays when the clocks change",
    "2027-03-27T12:00:00Z",
    { day: 1, at: "09:30" },
    "2027-03-28T07:30:00.000Z",
  ],
  [
    "a start lies on a quarter of an hour",
    "2026-11-12T09:22:40Z",
    { fromNow: -25 },
    "2026-11-12T09:00:00.000Z",
  ],
  ["the nearest quarter, not the next", "2026-11-12T09:23:00Z", { fromNow: 30 }, "2026-11-12T10:00:00.000Z"],
] as const)("%s", (_, now, when, expected) => {
  expect(startOf(when, new Date(now)).toISOString()).toBe(expected);
});

it("counts calendar days in Berlin over the end of a month", () => {
  expect(dayOf(new Date("2026-11-30T23:30:00Z"), 5)).toBe("2026-12-06");
});
