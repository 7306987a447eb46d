import { describe, expect, it } from "vitest";
import { type Came, cameTo, isExtendable, leavesAt, roomOpen, talkState, waitsInVain } from "./talk-state";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 9, minutes));
const talk = { startsAt: at(0), endsAt: at(20), status: "accepted" as const };

describe("a no-show", () => {
  it.each<[string, Partial<Parameters<typeof cameTo>[0]> & { closedAt?: Date }, Came]>([
    ["came", { joinedAt: at(1) }, "came"],
    ["came late", { joinedAt: at(24) }, "came"],
    ["never came", {}, "missed"],
    ["is not told of before the room was open for five minutes", { now: at(2) }, "unknown"],
    ["is told of after five minutes", { now: at(3) }, "missed"],
    ["is nobody whose talk was called off before", { closedAt: at(2) }, "unknown"],
    ["is who never came to a talk that was given up", { closedAt: at(5) }, "missed"],
    ["is nobody whom nobody could see", { isSeen: false }, "unknown"],
  ])("%s", (_, { closedAt = null, ...looked }, expected) => {
    const open = roomOpen(talk, closedAt);
    expect(cameTo({ open, joinedAt: null, isSeen: true, now: at(60), ...looked })).toBe(expected);
  });
});

const side = (came: Came, values = {}) => ({
  ...{ came, isCorrected: false, togetherSeconds: came === "came" ? 900 : 0, outcome: null },
  ...values,
});

describe("whether a talk took place", () => {
  it.each([
    ["both came", [side("came"), side("came")], "held"],
    [
      "both came, one after the other",
      [side("came", { togetherSeconds: 0 }), side("came", { togetherSeconds: 0 })],
      "not_held",
    ],
    ["one missed it", [side("came"), side("missed")], "not_held"],
    [
      "one missed it, says the room, but not the organizer",
      [side("came"), side("came", { isCorrected: true, togetherSeconds: 0 })],
      "held",
    ],
    ["three of four", [side("came"), side("came"), side("came"), side("missed")], "held"],
    ["nobody saw it", [side("unknown"), side("unknown")], "unknown"],
    [
      "nobody saw it, one says what came of it",
      [side("unknown"), side("unknown", { outcome: "interesting" })],
      "held",
    ],
    [
      "nobody saw it, one says it was none",
      [side("unknown"), side("unknown", { outcome: "did_not_happen" })],
      "not_held",
    ],
  ])("%s", (_, sides, expected) => {
    expect(talkState({ meeting: talk, sides, now: at(40) })).toBe(expected);
  });

  it("is not known before its end, and never of one that was called off", () => {
    const sides = [side("came"), side("came")];
    expect(talkState({ meeting: talk, sides, now: at(-1) })).toBe("ahead");
    expect(talkState({ meeting: talk, sides, now: at(10) })).toBe("running");
    expect(talkState({ meeting: { ...talk, status: "cancelled" }, sides, now: at(40) })).toBe("cancelled");
  });
});

it("waits in vain: five minutes after the start, in the room, and nobody else ever came", () => {
  const here = { personId: "anna", isThere: true, isSeen: true, joinedAt: at(0) };
  const away = { personId: "ben", isThere: false, isSeen: true, joinedAt: null };
  const waiting = (sides: (typeof here | typeof away)[], now = at(5)) =>
    waitsInVain({ startsAt: at(0), sides }, "anna", now);
  expect(waiting([here, away])).toBe(true);
  expect(waiting([here, away], at(4))).toBe(false);
  expect(waiting([{ ...here, isThere: false }, away])).toBe(false);
  expect(waiting([here, { ...away, joinedAt: at(3) }])).toBe(false);
  expect(waiting([here, { ...away, isSeen: false }])).toBe(false);
});

it("can go on for longer from its start until its room is gone", () => {
  expect([-1, 0, 24, 25].map((minutes) => isExtendable(talk, at(minutes)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it("is left for the next one half a minute after its end, or when that room opens; else nobody has to go", () => {
  const half = new Date(at(20).getTime() + 30_000);
  expect(leavesAt(at(20), undefined)).toBeNull();
  expect(leavesAt(at(20), at(20))).toEqual(half);
  expect(leavesAt(at(20), at(25))).toEqual(at(23));
  expect(leavesAt(at(20), at(27))).toBeNull();
});
