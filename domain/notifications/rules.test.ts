import { describe, expect, it } from "vitest";
import {
  CALL_EARLY_MS,
  callsSince,
  endsToThank,
  failureOf,
  isStillWanted,
  isTyped,
  MOST_ATTEMPTS,
  nextAttempt,
  startsToRemind,
  TYPED_MAILS_HELD,
  TYPED_MAILS_PER_HOUR,
  typedDue,
  type Window,
} from "./rules";

const HOUR = 3_600_000;
const startsAt = new Date("2027-03-28T08:00:00Z");
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * HOUR);
const isWithin = (moment: Date, { after, until }: Window) => moment > after && moment <= until;

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
  const due = (now: Date) => isWithin(startsAt, startsToRemind(24 * HOUR, now));
  it("24 h before is 24 hours of time before, also across a clock change", () => {
    expect(due(hoursBefore(24.01))).toBe(false);
    expect(due(hoursBefore(24))).toBe(true);
    expect(hoursBefore(24).toISOString()).toBe("2027-03-27T08:00:00.000Z");
  });
  it("is not sent late", () => {
    expect(due(hoursBefore(12.01))).toBe(true);
    expect(due(hoursBefore(12))).toBe(false);
  });
});

describe("a mail at the moment of sending", () => {
  const event = { status: "published", startsAt, endsAt: new Date(startsAt.getTime() + HOUR) } as const;
  const before = hoursBefore(1);

  it.each([
    ["registration.confirmed", { about: "registration", status: "confirmed", event }, true],
    ["registration.confirmed", { about: "registration", status: "cancelled", event }, false],
    ["registration.waiting", { about: "registration", status: "confirmed", event }, false],
    ["registration.repeated", { about: "registration", status: "waiting", event }, true],
    ["registration.repeated", { about: "registration", status: "cancelled", event }, false],
    ["registration.repeated", { about: "registration", status: "declined", event }, true],
    ["registration.offered", { about: "registration", status: "offered", event }, true],
    ["registration.offered", { about: "registration", status: "confirmed", event }, false],
    ["registration.expired", { about: "registration", status: "cancelled", event }, true],
    ["registration.expired", { about: "registration", status: "waiting", event }, false],
    ["registration.pending", { about: "registration", status: "confirmed", event }, false],
    ["registration.declined", { about: "registration", status: "declined", event }, true],
    ["registration.switched", { about: "registration", status: "cancelled", event }, false],
    ["registration.cancelled", { about: "registration", status: "cancelled", event }, true],
    ["registration.reminder", undefined, false],
    ["event.rescheduled", { about: "registration", status: "cancelled", event }, false],
    ["meeting.reminder", { about: "meeting", status: "cancelled", event }, false],
    ["meeting.requested", { about: "request", status: "accepted", event }, false],
    ["signin.requested", undefined, true],
  ] as const)("%s with %o is wanted: %s", (kind, subject, answer) => {
    expect(isStillWanted(kind, subject, before)).toBe(answer);
  });

  const confirmed = { about: "registration", status: "confirmed" } as const;
  const waiting = { about: "registration", status: "waiting" } as const;
  const gone = { about: "registration", status: "cancelled" } as const;
  const meeting = { about: "meeting", status: "accepted" } as const;
  const request = { about: "request", status: "requested" } as const;

  it.each([
    // kind, subject, wanted while the event is ahead, once it is called off, once it has ended
    ["registration.confirmed", confirmed, true, false, true],
    ["registration.promoted", confirmed, true, false, false],
    ["registration.waiting", waiting, true, false, false],
    ["registration.repeated", confirmed, true, false, false],
    ["registration.reminder", confirmed, true, false, false],
    ["registration.live", confirmed, true, false, false],
    ["registration.thanks", confirmed, true, false, true],
    ["registration.cancelled", gone, true, true, true],
    ["event.rescheduled", confirmed, true, false, false],
    ["event.cancelled", confirmed, true, true, true],
    ["meeting.requested", request, true, false, true],
    ["meeting.accepted", meeting, true, false, true],
    ["meeting.reminder", meeting, true, false, true],
    ["meeting.cancelled", { ...meeting, status: "cancelled" }, true, true, true],
  ] as const)("R12: %s looks at the event as well", (kind, subject, ahead, calledOff, ended) => {
    const answer = (status: "published" | "cancelled" | "ended", now = before) =>
      isStillWanted(kind, { ...subject, event: { ...event, status } }, now);
    expect([answer("published"), answer("cancelled"), answer("ended")]).toEqual([ahead, calledOff, ended]);
    expect(answer("published", event.endsAt)).toBe(ended);
  });

  it("is wanted while the event runs on over its planned end", () => {
    const live = { ...confirmed, event: { ...event, status: "live" } } as const;
    expect(isStillWanted("registration.promoted", live, hoursBefore(-2))).toBe(true);
  });
});

describe("while an event is put off", () => {
  const event = {
    status: "postponed",
    startsAt: new Date("2027-03-28T08:00:00Z"),
    endsAt: new Date("2027-03-28T09:00:00Z"),
  } as const;
  const now = new Date("2027-04-28T08:00:00Z");

  it.each([
    ["registration.confirmed", "confirmed", false],
    ["registration.reminder", "confirmed", false],
    ["event.rescheduled", "confirmed", false],
    ["event.postponed", "confirmed", true],
    ["event.postponed", "cancelled", false],
    ["registration.declined", "declined", true],
  ] as const)("no mail names the old date: %s of somebody %s goes out: %s", (kind, status, answer) => {
    expect(isStillWanted(kind, { about: "registration", status, event }, now)).toBe(answer);
  });
});

describe("a mail that anybody can cause", () => {
  it.each([
    ["registration.confirmed", false, true],
    ["registration.confirmed", true, false],
    ["registration.waiting", false, true],
    ["registration.pending", false, true],
    ["registration.pending", true, false],
    ["registration.repeated", false, true],
    ["registration.repeated", true, true],
    ["registration.promoted", false, false],
    ["registration.cancelled", false, true],
    ["event.rescheduled", false, true],
    ["event.postponed", false, true],
    ["event.cancelled", false, false],
    ["registration.reminder", false, false],
    ["signin.requested", false, false],
  ] as const)("%s of a registration that is proven (%s): %s", (kind, isProven, answer) => {
    expect(isTyped(kind, isProven)).toBe(answer);
  });

  const now = new Date("2027-03-28T08:00:00Z");
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
  const many = (count: number, at: Date) => Array.from({ length: count }, () => at);
  const due = (taken: Date[], kind: Parameters<typeof isTyped>[0] = "registration.confirmed") =>
    typedDue({ kind, taken, now });

  it.each([
    ["none went out", [], now],
    ["one place in the hour is left", many(TYPED_MAILS_PER_HOUR - 1, ago(1)), now],
    ["those before are over an hour ago", many(TYPED_MAILS_PER_HOUR, ago(3_600)), now],
    ["the hour is full", many(TYPED_MAILS_PER_HOUR, ago(600)), ago(600 - 3_600)],
    [
      "others wait already",
      [...many(TYPED_MAILS_PER_HOUR, ago(600)), ...many(TYPED_MAILS_PER_HOUR, ago(-3_000))],
      ago(-3_000 - 3_600),
    ],
    [
      "too many wait",
      [...many(TYPED_MAILS_PER_HOUR, ago(600)), ...many(TYPED_MAILS_HELD, ago(-3_000))],
      undefined,
    ],
  ] as [string, Date[], Date | undefined][])("%s", (_, taken, expected) => {
    expect(due(taken)).toEqual(expected);
  });

  it("says only once that somebody is registered already: what finds the hour full is not sent", () => {
    expect(due(many(TYPED_MAILS_PER_HOUR, ago(600)), "registration.repeated")).toBeUndefined();
    expect(due([], "registration.repeated")).toEqual(now);
  });

  it("no hour of any day has more of them than the limit, however they come", () => {
    const sent: number[] = [];
    for (let second = 0; second < 4 * 3_600; second += 20) {
      const at = new Date(now.getTime() + second * 1_000);
      const taken = sent.map((time) => new Date(time));
      const next = typedDue({ kind: "registration.confirmed", taken, now: at });
      if (next) sent.push(next.getTime());
    }
    const most = Math.max(...sent.map((end) => sent.filter((at) => at <= end && at > end - HOUR).length));
    expect(most).toBe(TYPED_MAILS_PER_HOUR);
  });
});

describe("the call that the event is live", () => {
  const minutes = (count: number) => new Date(startsAt.getTime() + count * 60_000);
  it.each([
    // opened, now, due
    [0, 0, true],
    [0, 29, true],
    [0, 30, false],
    [-60, -6, false],
    [-60, -5, true],
    [20, 19, false],
    [20, 25, true],
  ])("room opened at %i min, at %i min: %s", (opened, now, due) => {
    const since = Math.max(minutes(opened).getTime(), startsAt.getTime() - CALL_EARLY_MS);
    expect(isWithin(new Date(since), callsSince(minutes(now)))).toBe(due);
  });
});

describe("thanks", () => {
  it.each([
    [29, false],
    [30, true],
    [24 * 60 - 1, true],
    [24 * 60, false],
  ])("%i minutes after the end: %s", (minutes, due) => {
    expect(isWithin(startsAt, endsToThank(new Date(startsAt.getTime() + minutes * 60_000)))).toBe(due);
  });
});

describe("why a mail did not arrive", () => {
  it.each([
    ["EENVELOPE 550", "address"],
    ["no address", "address"],
    ["bounce 5.1.1", "address"],
    ["EMESSAGE 552", "mailbox"],
    ["ECONNECTION", "server"],
    ["EMESSAGE 451", "server"],
  ])("%s is about the %s", (error, reason) => {
    expect(failureOf(error)).toBe(reason);
  });
});
