import fc from "fast-check";
import { expect, test } from "vitest";
import {
  arrivalsFrom,
  attendanceSeconds,
  doorProblem,
  hasBegun,
  minutesOf,
  type Present,
  presenceIn,
  type Stay,
  scanMoment,
  secondsByRegistration,
} from "./rules";

const session = { from: 0, to: 3_600_000 };
const minutes = (...pairs: [number, number | null][]): Stay[] =>
  pairs.map(([from, to]) => ({ from: from * 60_000, to: to === null ? null : to * 60_000 }));

test.for([
  ["nobody came", minutes(), 0],
  ["one stay", minutes([10, 20]), 600],
  ["two rooms at once count once", minutes([10, 20], [15, 25]), 900],
  ["a gap below a minute is bridged", minutes([10, 20], [20.9, 30]), 1200],
  ["a gap of a minute is absence", minutes([10, 20], [21, 30]), 1140],
  ["time before and after the session does not count", minutes([-10, 5], [55, 90]), 600],
  ["who has not left is there until the end", minutes([50, null]), 600],
] as [string, Stay[], number][])("%s", ([, stays, seconds]) => {
  expect(attendanceSeconds(stays, session)).toBe(seconds);
});

const anyStay = fc
  .tuple(fc.integer({ min: -1_000_000, max: 4_000_000 }), fc.option(fc.integer({ min: 0, max: 3_000_000 })))
  .map(([from, length]): Stay => ({ from, to: length === null ? null : from + length }));

test("order and repeats change nothing, and nobody is present longer than the session", () => {
  fc.assert(
    fc.property(fc.array(anyStay), fc.infiniteStream(fc.nat()), (stays, numbers) => {
      const seconds = attendanceSeconds(stays, session);
      const keyed = [...stays, ...stays, ...stays].map((stay) => ({ stay, key: numbers.next().value ?? 0 }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ stay }) => stay);
      expect(attendanceSeconds(shuffled, session)).toBe(seconds);
      expect(seconds).toBeLessThanOrEqual(3600);
    }),
  );
});

const own = (seconds: number): Present => ({ registrationId: "reg_a", isClaim: false, seconds });
const claim = (seconds: number): Present => ({ registrationId: "reg_a", isClaim: true, seconds });

test.for([
  ["its own person", [own(600)], 600],
  ["the claim that watched longest while nobody proved it", [claim(300), claim(900), claim(60)], 900],
  ["its own person, however long a stranger watched", [own(60), claim(900)], 60],
  ["its own person also in the other order", [claim(900), own(60)], 60],
  ["nobody", [{ registrationId: null, isClaim: false, seconds: 60 }], undefined],
] as [string, Present[], number | undefined][])("a registration counts %s", ([, present, seconds]) => {
  expect(secondsByRegistration(present).get("reg_a")).toBe(seconds);
});

test.for([
  [0, 0],
  [1, 1],
  [60, 1],
  [61, 2],
  [5_400, 90],
])("%i seconds are %i minutes", ([seconds, minutes]) => expect(minutesOf(seconds ?? -1)).toBe(minutes));

test("minutes stand by registration, and there are none while nobody has come", () => {
  expect(presenceIn([own(601)])).toEqual(new Map([["reg_a", 11]]));
  expect(presenceIn([])).toEqual(new Map());
});

const startsAt = new Date("2027-03-31T10:00:00Z");
const before = new Date(startsAt.getTime() - 1);

test.for([
  ["published", before, false],
  ["published", startsAt, true],
  ["live", before, true],
  ["ended", startsAt, true],
  ["draft", startsAt, false],
  ["cancelled", startsAt, false],
] as const)("an event that is %s at %s has begun: %s", ([status, now, answer]) => {
  expect(hasBegun({ status, startsAt }, now)).toBe(answer);
});

const day = { startsAt: new Date("2027-03-31T08:00:00Z"), endsAt: new Date("2027-03-31T16:00:00Z") };

test.for([
  ["published", "2027-03-30T19:59:59Z", "too_early"],
  ["published", "2027-03-30T20:00:00Z", undefined],
  ["published", "2027-04-01T04:00:00Z", undefined],
  ["published", "2027-04-01T04:00:01Z", "event_over"],
  ["ended", "2027-03-31T16:30:00Z", undefined],
  ["live", "2027-03-30T08:00:00Z", undefined],
  ["live", "2027-04-02T08:00:00Z", undefined],
  ["draft", "2027-03-31T09:00:00Z", "missing"],
  ["cancelled", "2027-03-31T09:00:00Z", "event_cancelled"],
  ["postponed", "2027-03-31T09:00:00Z", "event_postponed"],
] as const)("the door of an event that is %s at %s: %s", ([status, at, problem]) => {
  expect(doorProblem({ ...day, status }, new Date(at))).toBe(problem);
});

test("nobody came later than we hear of it, whatever the clock of the scanner says", () => {
  const now = new Date("2027-03-31T09:00:00Z");
  const before = new Date("2027-03-31T08:02:00Z");
  expect(scanMoment(before, now)).toBe(before);
  expect(scanMoment(new Date("2031-01-01T00:00:00Z"), now)).toBe(now);
  expect(scanMoment(undefined, now)).toBe(now);
});

const came = (id: `reg_${string}`, minute: number) => ({
  registrationId: id,
  at: new Date(Date.UTC(2027, 2, 31, 9, minute)),
});

test("the door says more than the room, which says more than a stranger's browser; of each the first time", () => {
  const arrivals = arrivalsFrom(
    [came("reg_a", 5)],
    [
      { ...came("reg_a", 2), isClaim: false },
      { ...came("reg_b", 8), isClaim: false },
      { ...came("reg_b", 7), isClaim: false },
      { ...came("reg_b", 1), isClaim: true },
      { ...came("reg_c", 9), isClaim: true },
      { ...came("reg_c", 4), isClaim: true },
    ],
  );
  expect(Object.fromEntries(arrivals)).toEqual({
    reg_a: { at: came("reg_a", 5).at, how: "door" },
    reg_b: { at: came("reg_b", 7).at, how: "online" },
    reg_c: { at: came("reg_c", 4).at, how: "online" },
  });
});
