import { describe, expect, it } from "vitest";
import { roleRefusal } from "../rules";
import { cueOf, isHostless, noTimer, secondsLeft, spokenMs, timerAfter } from "./run";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9) + seconds * 1000);
const running = { label: "Vortrag", endsAt: at(600), heldSeconds: null };
const held = { label: "Vortrag", endsAt: null, heldSeconds: 90 };

describe("the hosts' timer", () => {
  it.each([
    ["starts", noTimer, { what: "start", seconds: 300, label: "Pause" }, 300],
    ["begins anew in place of a running one", running, { what: "start", seconds: 60, label: "" }, 60],
    ["gets a minute more", running, { what: "add", seconds: 60 }, 660],
    ["gets less, but never below nothing", running, { what: "add", seconds: -900 }, 0],
    ["is held", running, { what: "hold" }, 600],
    ["gets a minute more while it is held", held, { what: "add", seconds: 60 }, 150],
    ["goes on", held, { what: "resume" }, 90],
    ["is taken away", running, { what: "stop" }, null],
    ["is not there to be held", noTimer, { what: "hold" }, null],
  ] as const)("%s", (_what, timer, change, left) => {
    expect(secondsLeft(timerAfter(timer, change, at(0)), at(0))).toBe(left);
  });

  it("stands still while it is held, and runs from there", () => {
    const stopped = timerAfter(running, { what: "hold" }, at(100));
    expect(secondsLeft(stopped, at(5000))).toBe(500);
    const again = timerAfter(stopped, { what: "resume" }, at(5000));
    expect(secondsLeft(again, at(5100))).toBe(400);
  });

  it("gives a minute from now where the time is over already", () => {
    expect(secondsLeft(timerAfter(running, { what: "add", seconds: 60 }, at(900)), at(900))).toBe(60);
  });
});

describe("the cue of a run of show", () => {
  const item = (id: string, starts: number, begun: number | null = null) => ({
    id,
    startsAt: at(starts),
    begunAt: begun === null ? null : at(begun),
  });
  const cue = (...items: ReturnType<typeof item>[]) => {
    const { current, next } = cueOf(items);
    return [current?.id, next?.id];
  };
  it.each([
    ["nothing has begun", [item("b", 10), item("a", 0)], [undefined, "a"]],
    ["the first runs", [item("a", 0, 1), item("b", 10)], ["a", "b"]],
    ["one was left out", [item("a", 0, 1), item("b", 10), item("c", 20, 25)], ["c", undefined]],
    ["something runs beside it", [item("a", 0, 1), item("a2", 0), item("b", 10)], ["a", "b"]],
    ["an earlier one was begun again", [item("a", 0, 30), item("b", 10, 12), item("c", 20)], ["a", "c"]],
  ] as const)("when %s", (_what, items, expected) => {
    expect(cue(...items)).toEqual(expected);
  });
});

describe("who may change whose role", () => {
  const byGrant = { role: "host", roleGiven: false } as const;
  const made = { role: "host", roleGiven: true } as const;
  const ben = { role: "participant", roleGiven: false } as const;
  it.each([
    ["a host makes a host", { by: "host", held: ben, wanted: "host" }, undefined],
    ["a co-host makes no host", { by: "cohost", held: ben, wanted: "host" }, "not_host"],
    ["a co-host makes a speaker", { by: "cohost", held: ben, wanted: "speaker" }, undefined],
    ["nobody takes it from a host by grant", { by: "host", held: byGrant, wanted: "speaker" }, "is_host"],
    ["a host takes it from one who was made", { by: "host", held: made, wanted: "viewer" }, undefined],
    ["a co-host does not", { by: "cohost", held: made, wanted: "viewer" }, "is_host"],
    [
      "nobody gives one to a mere claim",
      { by: "host", held: { role: "unproven", roleGiven: false }, wanted: "speaker" },
      "unproven",
    ],
  ] as const)("%s", (_what, change, refusal) => {
    expect(roleRefusal(change)).toBe(refusal);
  });
});

it("counts hosts as gone a minute and a half after the last sign of any, and never before one came", () => {
  expect(isHostless(null, at(1000))).toBe(false);
  expect(isHostless(at(0), at(89))).toBe(false);
  expect(isHostless(at(0), at(90))).toBe(true);
});

it("believes no browser that says it spoke for longer than time has passed", () => {
  expect([spokenMs(5_000, 30_000), spokenMs(50_000, 30_000), spokenMs(5_000, null), spokenMs(-3, 9)]).toEqual(
    [5_000, 30_000, 0, 0],
  );
});
