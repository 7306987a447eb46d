import { describe, expect, it } from "vitest";
import {
  canBecome,
  copyDays,
  daysLater,
  type EventStatus,
  instantOf,
  intoCopy,
  isByClock,
  isEventOver,
  isPast,
  isRoomOpen,
  isUnderWay,
  isWithinSeries,
  localOf,
  neighboursOf,
  overlapsOf,
  partOf,
  placed,
  sessionProblem,
  startProblem,
  swapped,
} from "./rules";

const statuses = ["draft", "published", "live", "ended", "postponed", "cancelled"] as const;
const allowed = new Set([
  ...["draft>published", "draft>cancelled", "published>live", "published>ended", "published>postponed"],
  ...["published>cancelled", "postponed>published", "postponed>cancelled"],
  ...["live>ended", "live>cancelled", "ended>live"],
]);
const pairs = statuses.flatMap((from) => statuses.map((to): [EventStatus, EventStatus] => [from, to]));

describe("the life of an event", () => {
  it.each(pairs)("%s to %s", (from, to) => {
    expect(canBecome(from, to)).toBe(allowed.has(`${from}>${to}`));
  });
});

describe("local time in the event's zone", () => {
  it.each([
    ["2027-03-21T10:00", "Europe/Berlin", "2027-03-21T09:00:00.000Z"],
    ["2027-03-28T10:00", "Europe/Berlin", "2027-03-28T08:00:00.000Z"],
    ["2027-10-24T10:00", "Europe/Berlin", "2027-10-24T08:00:00.000Z"],
    ["2027-10-31T10:00", "Europe/Berlin", "2027-10-31T09:00:00.000Z"],
    ["2027-03-28T01:59", "Europe/Berlin", "2027-03-28T00:59:00.000Z"],
    ["2027-03-28T03:00", "Europe/Berlin", "2027-03-28T01:00:00.000Z"],
    ["2027-10-31T02:30", "Europe/Berlin", "2027-10-31T00:30:00.000Z"],
    ["2028-02-29T10:00", "Europe/Berlin", "2028-02-29T09:00:00.000Z"],
    ["2027-10-31T10:00", "America/New_York", "2027-10-31T14:00:00.000Z"],
    ["2027-01-01T00:00", "Asia/Kathmandu", "2026-12-31T18:15:00.000Z"],
  ])("%s in %s is %s, and back", (local, zone, instant) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(instant);
    expect(localOf(new Date(instant), zone)).toBe(local);
  });

  it.each([
    ["2027-03-28T02:30", "Europe/Berlin"],
    ["2027-02-29T10:00", "Europe/Berlin"],
    ["2027-02-28T24:00", "Europe/Berlin"],
    ["2027-02-28T10:00", "Middle/Earth"],
    ["tomorrow", "Europe/Berlin"],
  ])("%s in %s does not exist", (local, zone) => expect(instantOf(local, zone)).toBeUndefined());
});

describe("the start of an event", () => {
  const now = new Date("2026-11-12T10:00:00Z");
  it.each([
    ["2026-11-12T08:59:00Z", "in_the_past"],
    ["2026-11-12T09:30:00Z", undefined],
    ["2029-11-01T00:00:00Z", undefined],
    ["2126-11-12T10:00:00Z", "too_far_ahead"],
  ])("%s: %s", (startsAt, problem) => expect(startProblem(new Date(startsAt), now)).toBe(problem));
});

describe("the agenda", () => {
  const at = (minute: number) => new Date(Date.UTC(2027, 2, 21, 9, minute));
  const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

  it.each([
    [span(0, 90), undefined],
    [span(-1, 10), { field: "startsLocal", key: "before_the_start" }],
    [span(90, 100), { field: "startsLocal", key: "after_the_end" }],
    [span(80, 91), { field: "durationMinutes", key: "after_the_end" }],
  ])("lies within the event %#", (item, problem) => {
    expect(sessionProblem(item, span(0, 90))).toEqual(problem);
  });

  it.each([
    ["back to back", span(0, 10), span(10, 40), span(0, 30), span(30, 40)],
    ["with a pause", span(0, 10), span(15, 40), span(0, 25), span(30, 40)],
    ["side by side", span(0, 30), span(0, 10), span(0, 10), span(10, 40)],
  ])("neighbours change places: %s", (_, first, second, secondAfter, firstAfter) => {
    expect(swapped(first, second)).toEqual({ first: firstAfter, second: secondAfter });
  });

  it.each([
    ["a", "down", ["a", "b"]],
    ["b", "up", ["a", "b"]],
    ["a", "up", undefined],
    ["b", "down", undefined],
    ["x", "down", undefined],
  ] as const)("%s moves %s", (id, direction, pair) => {
    const found = neighboursOf([{ id: "a" }, { id: "b" }], id, direction);
    expect(found && [found.first.id, found.second.id]).toEqual(pair);
  });
});

describe("an event and the clock", () => {
  const at = (clock: string) => new Date(`2026-11-12T${clock}:00Z`);
  const event = { status: "published", startsAt: at("10:00"), endsAt: at("11:00") } as const;

  it.each([
    ["09:44", { open: false, underWay: false, over: false }],
    ["09:45", { open: true, underWay: false, over: false }],
    ["10:00", { open: true, underWay: true, over: false }],
    ["10:59", { open: true, underWay: true, over: false }],
    ["11:00", { open: false, underWay: false, over: true }],
  ])("at %s its room, itself and its end stand thus: %j", (clock, { open, underWay, over }) => {
    const now = at(clock);
    expect(isRoomOpen(event, now)).toBe(open);
    expect(isUnderWay(event, now)).toBe(underWay);
    expect([isPast(event, now), isEventOver(event, now)]).toEqual([over, over]);
  });

  it("runs over its planned end, and may begin before its time, while it is live", () => {
    for (const now of [at("09:30"), at("11:20")]) {
      const live = { ...event, status: "live" } as const;
      expect([isRoomOpen(live, now), isUnderWay(live, now)]).toEqual([true, true]);
      expect([isPast(live, now), isEventOver(live, now)]).toEqual([false, false]);
    }
  });

  it("shows no way into the room of a draft, nor of what has ended or was called off", () => {
    for (const status of ["draft", "ended", "cancelled"] as const)
      expect(isRoomOpen({ ...event, status }, at("10:30"))).toBe(false);
  });

  it("is over as soon as it is called off, but keeps its place in the calendar until its end", () => {
    const off = { ...event, status: "cancelled" } as const;
    expect([isPast(off, at("09:00")), isEventOver(off, at("09:00"))]).toEqual([false, true]);
    expect(isPast(off, at("11:00"))).toBe(true);
    expect(isPast({ ...event, status: "ended" }, at("10:30"))).toBe(true);
  });
});

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

  it.each([
    ["2026-11-09", false],
    ["2026-11-10", true],
    ["2026-11-20", true],
    ["2026-11-21", false],
  ])("is of its series on %s: %s", (day, within) => {
    expect(isWithinSeries(day, { startsOn: "2026-11-10", endsOn: "2026-11-20" })).toBe(within);
  });
});

it("lets the team begin before the event and stay after it, and nobody else", () => {
  const span = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) });
  const event = span("2027-03-21T09:00:00Z", "2027-03-21T10:00:00Z");
  const check = span("2027-03-21T08:00:00Z", "2027-03-21T08:30:00Z");
  expect(sessionProblem(check, event)).toEqual({ field: "startsLocal", key: "before_the_start" });
  expect(sessionProblem({ ...check, isInternal: true }, event)).toBeUndefined();
  const night = span("2027-03-21T01:00:00Z", "2027-03-21T02:00:00Z");
  expect(sessionProblem({ ...night, isInternal: true }, event)).toMatchObject({ key: "before_the_start" });
});

it("tells for each of several events which others take place meanwhile; what only touches does not", () => {
  const at = (id: string, from: string, to: string) => ({
    id,
    startsAt: new Date(`2027-03-21T${from}:00Z`),
    endsAt: new Date(`2027-03-21T${to}:00Z`),
  });
  const all = [
    at("a", "09:00", "10:00"),
    at("b", "09:30", "11:00"),
    at("c", "10:00", "10:30"),
    at("d", "12:00", "13:00"),
  ];
  const told = [...overlapsOf(all)].map(([id, others]) => `${id}: ${others.map((one) => one.id)}`);
  expect(told).toEqual(["a: b", "b: a,c", "c: b"]);
});
