import { describe, expect, it } from "vitest";
import { isReminderDue, isStillWanted, MOST_ATTEMPTS, nextAttempt } from "./rules";

const HOUR = 3_600_000;
const startsAt = new Date("2027-03-28T08:00:00Z");
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * HOUR);

describe("tries", () => {
  it("come with growing pauses and end", () => {
    const now = new Date(0);
    const pauses = Array.from({ length: MOST_ATTEMPTS + 1 }, (_, index) =>
      nextAttempt(index + 1, now)?.getTime(),
    );
    const given = pauses.filter((pause) => pause !== undefined);
    expect(given).toEqual([...given].sort((a, b) => a - b));
    expect(given[0]).toBe(10_000);
    expect(pauses.at(-1)).toBeUndefined();
    expect(given.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(12 * HOUR);
  });
});

describe("a reminder", () => {
  const due = (now: Date, since = hoursBefore(100)) =>
    isReminderDue({ startsAt, since, beforeMs: 24 * HOUR, now });
  it("24 h before is 24 hours of time before, also across a clock change", () => {
    expect(due(hoursBefore(24.01))).toBe(false);
    expect(due(hoursBefore(24))).toBe(true);
    expect(hoursBefore(24).toISOString()).toBe("2027-03-27T08:00:00.000Z");
  });
  it("is not sent late", () => expect(due(hoursBefore(11))).toBe(false));
  it("is not sent to who registered since", () => expect(due(hoursBefore(20), hoursBefore(23))).toBe(false));
});

describe("a mail at the moment of sending", () => {
  it.each([
    ["registration.confirmed", { about: "registration", status: "confirmed" }, true],
    ["registration.confirmed", { about: "registration", status: "cancelled" }, false],
    ["registration.waiting", { about: "registration", status: "confirmed" }, false],
    ["registration.cancelled", { about: "registration", status: "cancelled" }, true],
    ["registration.reminder", undefined, false],
    ["meeting.reminder", { about: "meeting", status: "cancelled" }, false],
    ["meeting.requested", { about: "request", status: "accepted" }, false],
    ["signin.requested", undefined, true],
  ] as const)("%s with %o is wanted: %s", (kind, subject, answer) => {
    expect(isStillWanted(kind, subject)).toBe(answer);
  });
});
