import { describe, expect, it } from "vitest";
import type { TalkEvidence } from "../../talks/evidence";
import { brokenBy, doctored, withOperation, without, withRequest, withTalk } from "./doctored";
import { aTalkSend, slot } from "./sound-talks";

describe("I3 honesty of talks", () => {
  const refused = { sends: [aTalkSend(2, { outcome: "fail", status: 409, said: "expired" })] };
  it.each<[string, TalkEvidence]>([
    ["a yes without anything done", without("facts", "fct_9")],
    ["something done without a yes", withOperation(3, refused)],
    ["a refusal that left a request", withOperation(1, refused)],
    ["a refusal that left a talk", withOperation(2, refused)],
    ["a request that nobody made", withRequest("req_6", { note: "of a stranger" })],
    ["two requests of one wish", withRequest("req_5", { note: "gespraech-8" })],
    ["a request that led to two talks", withTalk("mtg_3", { requestId: "req_1" })],
    ["an unknown outcome that left two rows", doctored({ leftBehind: { "gespraech-1": 2 } })],
    [
      "a plan that says other numbers than it did",
      doctored({ versions: [{ version: 1, added: 3, moved: 1, removed: 1 }] }),
    ],
    ["a planned talk that is not stored", without("meetings", "mtg_4")],
    ["an outcome that stayed unknown", withOperation(8, { sends: [aTalkSend(8, { outcome: "unknown" })] })],
    ["something bad that was welcomed", withOperation(17, { sends: [aTalkSend(17, { said: "req_9" })] })],
    [
      "another yes after a yes",
      withOperation(2, { sends: [aTalkSend(2, { said: "mtg_1" }), aTalkSend(3, { said: "mtg_9" })] }),
    ],
  ])("sees %s", (_what, talks) => {
    expect(brokenBy(talks)).toContain("I3 honesty of talks");
  });
});

describe("proposals block nobody", () => {
  const said = (reason: string, number = 14) => ({
    sends: [aTalkSend(number, { outcome: "fail", status: 409, said: reason })],
  });
  it.each<[string, TalkEvidence]>([
    ["a time that is taken by a proposal alone", withOperation(14, { starts: [slot(7)] })],
    ["a time that is taken before the talk was agreed", withOperation(14, said("slot_taken", 1))],
    ["somebody who is away and is not", withOperation(14, said("not_available"))],
  ])("sees %s", (_what, talks) => {
    expect(brokenBy(talks)).toContain("I3 proposals block nobody");
  });

  it("takes a refusal because of a talk that was called off at that moment", () => {
    const about = { people: ["per_petra", "per_sven"], starts: [slot(3)] };
    expect(brokenBy(withOperation(14, { ...about, ...said("slot_taken", 8) }))).not.toContain(
      "I3 proposals block nobody",
    );
  });
});
