import { describe, expect, it } from "vitest";
import { daysLater, intoCopy, isByClock, partOf, placed } from "./moving";

describe("the agenda of a copy", () => {
  const span = (startsAt: string, endsAt: string) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  });
  const timeZone = "Europe/Berlin";

  it("moves as a block through the night in which the clocks change", () => {
    const event = { ...span("2027-03-20T22:00:00Z", "2027-03-21T04:00:00Z"), timeZone };
    const move = intoCopy(event, new Date("2027-03-27T22:00:00Z"));
    const items = [
      span("2027-03-20T22:00:00Z", "2027-03-21T01:30:00Z"),
      span("2027-03-21T01:30:00Z", "2027-03-21T04:00:00Z"),
    ];
    expect([...items, event].map(move)).toEqual([
      span("2027-03-27T22:00:00Z", "2027-03-28T01:30:00Z"),
      span("2027-03-28T01:30:00Z", "2027-03-28T04:00:00Z"),
      span("2027-03-27T22:00:00Z", "2027-03-28T04:00:00Z"),
    ]);
  });

  it("keeps the clock times of each day when it has several", () => {
    const event = { ...span("2027-03-19T09:00:00Z", "2027-03-21T16:00:00Z"), timeZone };
    const move = intoCopy(event, new Date("2027-03-26T09:00:00Z"));
    expect(move(span("2027-03-21T08:00:00Z", "2027-03-21T09:00:00Z"))).toEqual(
      span("2027-03-28T07:00:00Z", "2027-03-28T08:00:00Z"),
    );
    expect(move(event)).toEqual(span("2027-03-26T09:00:00Z", "2027-03-28T15:00:00Z"));
    // From 02:15 to 03:15 there is no time left that night: the item keeps its length instead of ending as it begins.
    expect(move(span("2027-03-21T01:15:00Z", "2027-03-21T02:15:00Z"))).toEqual(
      span("2027-03-28T01:15:00Z", "2027-03-28T02:15:00Z"),
    );
  });

  it.each([
    ["2027-03-20T09:00:00Z", false, { after: 90, minutes: 60 }],
    ["2027-03-19T09:00:00Z", true, { after: 2 * 1440 + 90, minutes: 60 }],
  ])("from %s measured by the clock: %s, a part comes back from where it was put", (start, byClock, part) => {
    const event = { startsAt: new Date(start), timeZone, byClock };
    expect(partOf(event, placed(event, part))).toEqual(part);
  });

  it("is measured by the clock over the days, by a stopwatch within one", () => {
    const event = { startsAt: new Date("2027-03-27T21:00:00Z"), timeZone };
    const night = { after: 8 * 60, minutes: 60 };
    expect(placed({ ...event, byClock: false }, night)).toEqual(
      span("2027-03-28T05:00:00Z", "2027-03-28T06:00:00Z"),
    );
    expect(placed({ ...event, byClock: true }, night)).toEqual(
      span("2027-03-28T04:00:00Z", "2027-03-28T05:00:00Z"),
    );
    expect([isByClock(1439), isByClock(1440)]).toEqual([false, true]);
  });

  it("closes registration at the same clock time, as many days before", () => {
    const event = { startsAt: new Date("2027-03-22T09:00:00Z"), timeZone };
    const later = daysLater(event, new Date("2027-03-29T08:00:00Z"));
    expect(later(new Date("2027-03-20T17:00:00Z"))).toEqual(new Date("2027-03-27T17:00:00Z"));
    expect(later(new Date("2027-03-21T17:00:00Z"))).toEqual(new Date("2027-03-28T16:00:00Z"));
  });
});
