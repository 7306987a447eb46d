import { describe, expect, it } from "vitest";
import {
  canBecome,
  type EventStatus,
  instantOf,
  isEventOver,
  isPast,
  isRoomOpen,
  isUnderWay,
  isWithinSeries,
  localOf,
  neighboursOf,
  overlapsOf,
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

describe("a day", () => {
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
