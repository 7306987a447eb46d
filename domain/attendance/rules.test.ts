import fc from "fast-check";
import { expect, test } from "vitest";
import {
  attendanceSeconds,
  hasBegun,
  minutesOf,
  type Present,
  presenceIn,
  type Stay,
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
