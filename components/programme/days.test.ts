import { describe, expect, it } from "vitest";
import { byDay, daysBetween } from "./days";

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
});
