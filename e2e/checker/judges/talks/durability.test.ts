import { describe, expect, it } from "vitest";
import type { TalkEvidence } from "../../talks/evidence";
import {
  at,
  brokenBy,
  byId,
  changed,
  doctored,
  standing,
  withChange,
  withOperation,
  without,
  withRequest,
  withTalk,
} from "./doctored";
import { aTalkFact, aTalkSend, slot, soundTalks } from "./sound-talks";

describe("I2 durability of talks", () => {
  it.each<[string, TalkEvidence]>([
    ["an agreed talk that is not stored", without("meetings", "mtg_1")],
    ["a talk of others than had agreed", withOperation(2, { people: ["per_petra", "per_rosa"] })],
    ["a talk of another request", withTalk("mtg_1", { requestId: "req_6" })],
    ["a request that was accepted and still waits", withRequest("req_1", { status: "requested" })],
    ["a request that is not stored", without("requests", "req_6")],
    ["a request the other way round", withRequest("req_6", { from: "per_sven", to: "per_quirin" })],
    ["a no that was forgotten", withRequest("req_4", { status: "requested" })],
    ["a request that was taken back and waits", withRequest("req_5", { status: "requested" })],
    ["a counter-proposal that was forgotten", withRequest("req_2", { status: "requested" })],
    ["a talk that was called off and stands", withTalk("mtg_2", standing("mtg_2"))],
    ["a talk that is off, and nobody called it off", withOperation(7, { kind: "withdraw" })],
    ["a talk at another time than its last move", withTalk("mtg_1", at("mtg_1", 6))],
    ["a move that took it from where it was not", withChange("mtg_1", { from: slot(6) })],
    ["a plan that took a talk from where it was not", withChange("mtg_4", { from: slot(6) })],
    ["a move that left no trace", without("facts", "fct_3")],
    ["a planned talk at another time than the plan said", withTalk("mtg_4", at("mtg_4", 1))],
    ["a number of changes that did not grow", withTalk("mtg_1", { sequence: 0 })],
    [
      "rows of people that are not those of their talk",
      withTalk("mtg_1", { people: [{ personId: "per_petra", startsAt: 0, endsAt: 0, status: "accepted" }] }),
    ],
    ["a talk beside the slots", withTalk("mtg_1", { startsAt: slot(2) + 60_000 })],
    ["two talks of the same two", withTalk("mtg_3", { people: soundTalks.meetings[0]?.people ?? [] })],
  ])("sees %s", (_what, talks) => {
    expect(brokenBy(talks)).toContain("I2 durability of talks");
  });

  it("takes either time of two moves that were asked for at once, and only the later of two in turn", () => {
    const move = soundTalks.operations.find(({ kind }) => kind === "move");
    if (!move) throw new Error("the sound record has a move");
    const other = (number: number) => ({
      ...{ ...move, key: "other", starts: [slot(6)] },
      sends: [aTalkSend(number, { said: "mtg_1" })],
    });
    const changes = [...soundTalks.changes, { meetingId: "mtg_1", sequence: 2, from: slot(6) }];
    const facts = [...soundTalks.facts, aTalkFact(30, "meeting.moved", { meetingId: "mtg_1" })];
    const both = (number: number) => ({
      ...doctored({ operations: [...soundTalks.operations, other(number)], changes, facts }),
      meetings: changed(soundTalks.meetings, byId("mtg_1"), { sequence: 2 }),
    });
    expect(brokenBy(both(3))).not.toContain("I2 durability of talks");
    expect(brokenBy(both(30))).toContain("I2 durability of talks");
  });
});
