import { describe, expect, it } from "vitest";
import { copyDays } from "./copies";

describe("the days of copies", () => {
  const now = new Date("2026-11-12T10:00:00Z");
  const at = (startsAt: string) => ({ startsAt: new Date(startsAt), timeZone: "Europe/Berlin" });
  const ten = at("2026-12-01T09:00:00Z");
  const once = { rhythm: "none", count: 1 } as const;
  const startsOf = (days: ReturnType<typeof copyDays>) => days.map((one) => one.startsAt?.toISOString());

  it.each([
    ["2027-03-27", "2027-03-27T09:00:00.000Z"],
    ["2027-03-28", "2027-03-28T08:00:00.000Z"],
    ["2027-10-30", "2027-10-30T08:00:00.000Z"],
    ["2027-10-31", "2027-10-31T09:00:00.000Z"],
  ])("on %s ten o'clock is %s", (day, instant) => {
    expect(startsOf(copyDays({ ...once, days: [day] }, ten, now))).toEqual([instant]);
  });

  it.each([
    ["week", ["2027-03-21T09", "2027-03-28T08", "2027-04-04T08"]],
    ["two_weeks", ["2027-03-21T09", "2027-04-04T08", "2027-04-18T08"]],
    ["month", ["2027-03-21T09", "2027-04-21T08", "2027-05-21T08"]],
  ] as const)("every %s from the first one on", (rhythm, hours) => {
    const days = copyDays({ days: ["2027-03-21"], rhythm, count: 3 }, ten, now);
    expect(startsOf(days)).toEqual(hours.map((hour) => `${hour}:00:00.000Z`));
  });

  it("goes back to the last day of a month that has fewer, from the first day each time", () => {
    const days = copyDays({ days: ["2027-01-31"], rhythm: "month", count: 3 }, ten, now);
    expect(days.map(({ day }) => day)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31"]);
  });

  it.each([
    [at("2026-12-01T01:30:00Z"), "2027-03-28", "time_does_not_exist"],
    [ten, "2026-11-11", "in_the_past"],
    [ten, "2030-11-12", "too_far_ahead"],
    [ten, "2027-02-30", "invalid_date"],
  ] as const)("refuses %j on %s: %s", (event, day, problem) => {
    expect(copyDays({ ...once, days: ["", day] }, event, now)).toEqual([{ day, field: "days.1", problem }]);
  });

  it("refuses a day twice beside the field that comes second", () => {
    const days = copyDays({ days: ["2027-01-04", "2027-01-11"], rhythm: "week", count: 2 }, ten, now);
    expect(days.map(({ field, problem }) => [field, problem])).toEqual([
      ["days.0", undefined],
      ["count", undefined],
      ["days.1", "named_twice"],
    ]);
  });

  it("takes thirty and no more", () => {
    const wish = { days: ["2027-01-04", "2026-12-01"], rhythm: "week", count: 30 } as const;
    const days = copyDays(wish, ten, now);
    expect(days.filter(({ startsAt }) => startsAt)).toHaveLength(30);
    expect(days.at(-1)).toEqual({ day: "2026-12-01", field: "days.1", problem: "too_many" });
  });
});
