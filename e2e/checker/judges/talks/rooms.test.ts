import { describe, expect, it } from "vitest";
import type { TalkEvidence } from "../../talks/evidence";
import { judge } from "../judge";
import { soundRun } from "../sound-run";
import { brokenBy, doctored, withRound, withTalk } from "./doctored";
import { slot, soundTalks } from "./sound-talks";

it("finds nothing in talks that kept every promise", () => {
  expect(judge({ ...soundRun, talks: soundTalks }).filter(({ violations }) => violations.length > 0)).toEqual(
    [],
  );
});

describe("I8 rooms of talks", () => {
  it.each<[string, TalkEvidence]>([
    ["a talk without a room", withTalk("mtg_1", { roundId: null })],
    ["a talk that is off and keeps its room", withRound("rnd_mtg_2", { isCancelled: false })],
    ["a talk whose room was taken back", withRound("rnd_mtg_1", { isCancelled: true })],
    ["a room at the old time", withRound("rnd_mtg_1", { startsAt: slot(0), endsAt: slot(1) })],
    ["a room for others", withRound("rnd_mtg_1", { people: ["per_petra", "per_rosa"] })],
    ["two rooms of one talk", withRound("rnd_mtg_1", { rooms: ["one", "other"] })],
    [
      "a room of a time that the talk has left",
      doctored({
        rounds: [
          ...soundTalks.rounds,
          ...soundTalks.rounds.slice(0, 1).map((one) => ({ ...one, id: "rnd_old" })),
        ],
      }),
    ],
    ["somebody in a room days before its talk", doctored({ present: { "room rnd_mtg_1": ["adm_petra"] } })],
  ])("sees %s", (_what, talks) => {
    expect(brokenBy(talks)).toContain("I8 rooms of talks");
  });
});

it("does not count talks in which too little happened", () => {
  expect(
    brokenBy(doctored({ operations: soundTalks.operations.filter(({ kind }) => kind !== "move") })),
  ).toContain("the talks put them to the test");
});
