import { describe, expect, it } from "vitest";
import { byDay, daysBetween, shownDays } from "./days";

const at = (iso: string) => new Date(iso);

describe("days of an event list", () => {
  it("groups by the day of the event's zone, not of the machine, and keeps the order", () => {
    const items = ["2026-11-12T09:00:00Z", "2026-11-12T11:00:00Z", "2026-11-12T23:30:00Z"].map((iso) => ({
      startsAt: at(iso),
    }));
    expect(byDay(items, "Europe/Berlin").map((day) => [day.key, day.items.length])).toEqual([
      ["2026-11-12", 2],
      ["2026-11-13", 1],
    ]);
  });

  it("counts every day across the end of summer time", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toHaveLength(3);
  });

  it("shows every day of a week with what fell outside it, and of a long series the days with events alone", () => {
    const events = [{ startsAt: at("2026-11-30T09:00:00Z") }, { startsAt: at("2026-12-15T09:00:00Z") }];
    const keys = (endsOn: string) =>
      shownDays({ startsOn: "2026-11-30", endsOn }, events, "Europe/Berlin").map((day) =>
        day.toISOString().slice(5, 10),
      );
    expect(keys("2026-12-02")).toEqual(["11-30", "12-01", "12-02", "12-15"]);
    expect(keys("2027-02-28")).toEqual(["11-30", "12-15"]);
  });
});
