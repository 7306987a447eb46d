import { describe, expect, it } from "vitest";
import { cutTo, outsideOf, plannedDays, proposedStart } from "./rules";

const now = new Date("2026-11-12T10:00:00Z");
const Berlin = "Europe/Berlin";

describe("the start that the form of a new event proposes", () => {
  it.each([
    ["in a week without a series", undefined, "2026-11-19T10:00"],
    ["on the first day of a series to come", "2027-01-11", "2027-01-11T10:00"],
    ["on the first day of a series that begins tomorrow", "2026-11-13", "2026-11-13T10:00"],
    ["in a week when the series has begun", "2026-11-12", "2026-11-19T10:00"],
  ])("is %s", (_when, startsOn, start) => expect(proposedStart(startsOn, now)).toBe(start));
});

describe("a series on other days", () => {
  it.each([
    ["2027-03-25", ["2027-03-25T09:00:00.000Z", "2027-03-28T08:00:00.000Z"]],
    ["2027-10-28", ["2027-10-28T08:00:00.000Z", "2027-10-31T09:00:00.000Z"]],
  ])("beginning on %s keeps ten o'clock at ten o'clock", (firstDay, instants) => {
    const starts = [
      { day: 0, time: "10:00" },
      { day: 3, time: "10:00" },
    ];
    const days = plannedDays(starts, { firstDay, timeZone: Berlin }, now);
    expect(days.map(({ startsAt }) => startsAt?.toISOString())).toEqual(instants);
  });

  it.each([
    ["2027-03-28", "02:30", "time_does_not_exist"],
    ["2026-11-11", "10:00", "in_the_past"],
    ["2030-11-12", "10:00", "too_far_ahead"],
  ])("says of %s %s: %s", (firstDay, time, problem) => {
    expect(plannedDays([{ day: 0, time }], { firstDay, timeZone: Berlin }, now)).toEqual([
      { day: firstDay, problem },
    ]);
  });

  it("is measured by the clocks of the zone it names", () => {
    const [day] = plannedDays(
      [{ day: 0, time: "10:00" }],
      { firstDay: "2027-01-04", timeZone: "America/Lima" },
      now,
    );
    expect(day?.startsAt).toEqual(new Date("2027-01-04T15:00:00Z"));
  });
});

describe("parts of a plan", () => {
  const part = (after: number, minutes: number) => ({ after, minutes });

  it("lie within an event that became shorter than its agenda", () => {
    expect(cutTo([part(0, 30), part(30, 30), part(60, 30), part(-5, 10)], 45)).toEqual([
      part(0, 30),
      part(30, 15),
    ]);
  });

  const plan = { minutes: 60, agenda: [part(0, 60)], talks: part(0, 60), opensAfter: -60, closesAfter: 60 };
  it.each([
    [{}, undefined],
    [{ agenda: [part(0, 30), part(30, 31)] }, ["agenda", 1]],
    [{ talks: part(1, 60) }, ["talks"]],
    [{ closesAfter: 61 }, ["closesAfter"]],
    [{ opensAfter: 60 }, ["opensAfter"]],
    [{ opensAfter: 59, closesAfter: null }, undefined],
    [{ opensAfter: 60, closesAfter: null }, ["opensAfter"]],
    [{ opensAfter: null }, undefined],
    [{ talks: null, closesAfter: null, agenda: [] }, undefined],
  ])("with %j the one outside is at %j", (some, path) => {
    expect(outsideOf({ ...plan, ...some })).toEqual(path);
  });
});
