import { describe, expect, it } from "vitest";
import type { Outcome, TalkFact } from "./facts";
import { settledFacts } from "./settled";

const [one, two] = ["evt_one", "evt_two"] as const;
const talk = (said: readonly (Outcome | null)[], about: Partial<TalkFact> = {}): TalkFact => ({
  ...{ eventId: one, held: true, minutes: 10, isOver: true, isSayable: true, isGivenUp: false },
  people: said.map((outcome, nth) => ({ personId: `per_${nth}`, noShow: false, outcome })),
  ...about,
});
const all = talk(["interesting", "cooperation_possible"]);
const half = talk(["interesting", null]);
const both = new Set([one, two]);

const toldOf = (talks: readonly TalkFact[], over: ReadonlySet<typeof one | typeof two> = both) =>
  settledFacts({ wishes: [], talks }, over).talks.map(
    ({ people }) => people.filter((one) => one.outcome).length,
  );

describe("what came of the talks of an event is told", () => {
  it.each([
    ["once everybody has said something", [all, all], [2, 2]],
    ["not while somebody has not, of any talk", [all, half], [0, 0]],
    ["once nobody can say anything more", [all, { ...half, isSayable: false }], [2, 1]],
    ["without waiting for a talk that was given up", [all, { ...half, isGivenUp: true }], [2, 1]],
    ["without waiting for another event", [all, { ...half, eventId: two }], [2, 0]],
  ])("%s", (_when, talks, told) => {
    expect(toldOf(talks)).toEqual(told);
  });

  it("not before its hours are over, in which more talks can come", () => {
    expect(toldOf([all, { ...all, eventId: two }], new Set([two]))).toEqual([0, 2]);
  });

  it("and everything else is as it was", () => {
    const { talks } = settledFacts({ wishes: [], talks: [half] }, both);
    expect(talks).toEqual([talk([null, null])]);
  });
});
