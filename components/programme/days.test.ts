import { describe, expect, it } from "vitest";
import { byDay, daysBetween, inLanes } from "./days";

const at = (iso: string) => new Date(iso);
const item = (from: string, to: string) => ({
  startsAt: at(`2026-11-12T${from}:00Z`),
  endsAt: at(`2026-11-12T${to}:00Z`),
});

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

  it("never puts two overlapping events into one lane", () => {
    const lanes = inLanes([item("09:00", "10:30"), item("09:30", "11:00"), item("10:30", "11:00")]);
    expect(lanes.map((one) => one.lane)).toEqual([0, 1, 0]);
    expect(lanes.every((one) => one.lanes === 2)).toBe(true);
  });
});
