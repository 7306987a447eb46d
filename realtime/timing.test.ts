import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf } from "./client/testing/fake-control";
import type { RoundView } from "./room-api";
import {
  appointments,
  clockText,
  prepareAt,
  rejoinDelayMs,
  ServerClock,
  untilNextTurn,
  untilTalkTurns,
  wholeDays,
} from "./timing";

const now = Date.parse("2026-11-12T10:00:00.000Z");
const iso = new Date(now).toISOString();
const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe("the rejoin loop", () => {
  it.each([
    [0, 500],
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 6000],
    [99, 6000],
  ])("waits about its step before attempt %i: %i ms", (attempt, base) => {
    fc.assert(
      fc.property(random, (chance) => {
        const delay = rejoinDelayMs(attempt, chance);
        expect(delay).toBeGreaterThanOrEqual(base * 0.75 - 1);
        expect(delay).toBeLessThanOrEqual(base * 1.25 + 1);
      }),
    );
  });
});

it("prepares between 10 and 2 s before the start", () => {
  fc.assert(
    fc.property(random, (chance) => {
      const ahead = now - prepareAt(now, chance);
      expect(ahead).toBeGreaterThanOrEqual(2000);
      expect(ahead).toBeLessThanOrEqual(10_000);
    }),
  );
});

/** A talk whose room opens, and which starts, so many seconds from now. */
const announcedFrom = (opens: number, starts: number) => ({
  ...{ roundId: "rnd", label: "3", kind: "talk" as const, people: 2 },
  opensAt: new Date(now + opens * 1000).toISOString(),
  startsAt: new Date(now + starts * 1000).toISOString(),
  endsAt: new Date(now + (starts + 1200) * 1000).toISOString(),
});

describe("appointments", () => {
  it("moves at the start of the coming room", () => {
    const next = { room: "three", at: now + 20_000 };
    const made = appointments(answerOf({ room: "main", epoch: [1, 0], next }, iso), now, 0.5);
    expect(made).toContainEqual({ name: "move", at: next.at });
  });

  it("has nothing to do for people who only wait for the hosts", () => {
    expect(appointments(answerOf("wait", iso), now, 0.5)).toEqual([]);
  });

  it("asks for the coming room 10 to 30 s before an announced one opens", () => {
    fc.assert(
      fc.property(random, (chance) => {
        const place = answerOf({ room: "main", epoch: [1, 0] }, iso);
        if (place.state !== "room") throw new Error("not in a room");
        const announced = announcedFrom(60, 180);
        const [ask] = appointments({ ...place, announced }, now, chance);
        expect(ask?.name).toBe("ask");
        const ahead = now + 60_000 - (ask?.at ?? 0);
        expect(ahead).toBeGreaterThanOrEqual(10_000);
        expect(ahead).toBeLessThanOrEqual(30_000);
      }),
    );
  });

  it("asks for what follows a talk before it ends, although the talk itself is still announced to who is in it", () => {
    const place = answerOf({ room: "talk", epoch: [1, 0] }, iso);
    if (place.state !== "room") throw new Error("not in a room");
    const target = { ...place.target, endsAt: new Date(now + 1_260_000).toISOString() };
    const [ask] = appointments({ ...place, target, announced: announcedFrom(-60, 60) }, now, 0.5);
    expect(ask).toEqual({ name: "ask", at: now + 1_260_000 - 20_000 });
  });
});

const at = (seconds: number | null) =>
  seconds === null ? null : new Date(now + seconds * 1000).toISOString();
const round = (state: RoundView["state"], starts: number | null, ends: number | null): RoundView => ({
  id: "rnd",
  rule: "random_pairs",
  title: "",
  networking: null,
  groupSize: 2,
  durationSeconds: 60,
  state,
  startsAt: at(starts),
  endsAt: at(ends),
  allowReturn: true,
  autoMove: true,
  message: null,
  rooms: [],
  unassigned: [],
});

describe("the next turn of a round", () => {
  it.each([
    ["nothing to wait for", [], null],
    ["a draft has no time", [round("draft", null, null)], null],
    ["an announced one begins", [round("announced", 10, 70)], 10_000],
    ["an open one ends", [round("open", -10, 50)], 50_000],
    ["an open one without an end stays open", [round("open", -10, null)], null],
    ["a closing one is looked at every three seconds", [round("closing", -70, -10)], 3000],
    ["what is over stays over", [round("closed", -70, -10), round("cancelled", 10, 70)], null],
    ["what is due already is not asked for at once", [round("announced", -5, 70)], 500],
    ["the first of several counts", [round("open", -10, 50), round("announced", 20, 90)], 20_000],
  ])("%s", (_what, rounds, milliseconds) => {
    expect(untilNextTurn(rounds, now)).toBe(milliseconds);
  });
});

describe("until something can be done about a talk", () => {
  const talk = (startsIn: number, endsIn: number) => ({
    startsAt: new Date(now + startsIn * 1000).toISOString(),
    endsAt: new Date(now + endsIn * 1000).toISOString(),
  });
  it.each([
    ["it can be given up five minutes after its start", [talk(-60, 1140)], 240_000],
    ["it can be made longer five minutes before its end", [talk(-600, 600)], 300_000],
    ["of several talks the first counts", [talk(-600, 600), talk(-290, 910)], 10_000],
    ["what is about due is not asked for at once", [talk(-299.9, 900)], 500],
    ["nothing changes any more", [talk(-1000, 100)], null],
    ["no talks", [], null],
  ])("%s", (_what, talks, milliseconds) => {
    expect(untilTalkTurns(talks, now)).toBe(milliseconds);
  });
});

describe("the server's clock", () => {
  /** An answer that says `now`, asked at one own time and received at another. */
  const hear = (clock: ServerClock, sent: number, received: number) =>
    clock.heard(iso, now + sent, now + received);

  it("is taken at the middle of the request", () => {
    expect(hear(new ServerClock(), -1100, -900)).toBe(1000);
  });

  it("is believed from the quickest answer, whatever comes after it", () => {
    const clock = new ServerClock();
    hear(clock, -1700, -300);
    expect(hear(clock, -1010, -990)).toBe(1000);
    expect(hear(clock, -1600, -400)).toBe(1000);
    expect(hear(clock, -1900, -800)).toBe(1000);
  });

  it("is learnt anew after eight slower answers", () => {
    const clock = new ServerClock();
    hear(clock, -1010, -990);
    for (let answer = 0; answer < 7; answer++) expect(hear(clock, -1200, -900)).toBe(1000);
    expect(hear(clock, -1200, -900)).toBe(1050);
  });

  it("is learnt anew at once when the own clock was set", () => {
    const clock = new ServerClock();
    hear(clock, -1010, -990);
    expect(hear(clock, 58_000, 60_000)).toBe(-59_000);
    expect(hear(clock, 58_900, 59_100)).toBe(-59_000);
  });
});

it.each([
  [0, "00:00"],
  [-5000, "00:00"],
  [504_000, "08:24"],
  [3_723_000, "1:02:03"],
  [59_001, "01:00"],
])("writes %i ms as %s", (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text);
});

it.each([
  [47 * 3_600_000, undefined],
  [48 * 3_600_000, 2],
  [342 * 3_600_000 + 2_000, 14],
])("a wait of %d ms is told in whole days: %s", (milliseconds, days) => {
  expect(wholeDays(milliseconds)).toBe(days);
});
