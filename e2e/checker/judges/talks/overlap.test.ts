import { describe, expect, it } from "vitest";
import type { TalkEvidence } from "../../talks/evidence";
import { at, brokenBy, byId, changed, doctored, withOperation, withTalk } from "./doctored";
import { slot, soundTalks } from "./sound-talks";

describe("I4 no overlap", () => {
  const onSite = { place: "mixed", table: 1 };
  it.each<[string, TalkEvidence]>([
    ["somebody in two talks", withTalk("mtg_3", at("mtg_3", 7))],
    [
      "two talks that overlap by a minute",
      withTalk("mtg_3", { ...at("mtg_3", 7), startsAt: slot(7) + 60_000 }),
    ],
    ["somebody who was in two talks, at an instant that has passed", withOperation(6, { starts: [slot(2)] })],
    ["a table with two talks", withTalk("mtg_1", { ...at("mtg_1", 7), ...onSite })],
    ["a table that there is not", withTalk("mtg_3", { table: 4 })],
    ["somebody from far away at a table", withTalk("mtg_1", onSite)],
    ["a talk on site without a table", withTalk("mtg_3", { table: null })],
    [
      "more requests than somebody may have",
      doctored({
        requests: [1, 2, 3, 4, 5, 6].map((number) => ({
          ...{ id: `req_q${number}`, from: "per_sven", to: "per_rosa", note: "", status: "requested" },
          isCounter: false,
        })),
      }),
    ],
    [
      "a plan that gives more talks than were asked for",
      doctored({ pairs: soundTalks.pairs.map((pair) => ({ ...pair, most: 0 })) }),
    ],
  ])("sees %s", (_what, talks) => {
    expect(brokenBy(talks)).toContain("I4 no overlap");
  });

  /** Sven's second planned talk falls away, and his first moves to its time. */
  const takingOver = (endedAt: number) => {
    const pairs = soundTalks.pairs.map((pair) =>
      pair.startsAt === slot(7) ? { ...pair, startsAt: slot(6) } : pair,
    );
    const freed = soundTalks.meetings[4]?.people.map((seat) =>
      seat.personId === "per_rosa" ? { ...seat, personId: "per_sven" } : seat,
    );
    return doctored({
      pairs: pairs.map((pair) =>
        pair.people.includes("per_rosa") ? { ...pair, people: ["per_quirin", "per_sven"] } : pair,
      ),
      meetings: changed(changed(soundTalks.meetings, byId("mtg_4"), at("mtg_4", 6)), byId("mtg_5"), {
        people: freed ?? [],
        place: "mixed",
        table: 2,
      }),
      facts: changed(soundTalks.facts, byId("fct_16b"), { at: endedAt }),
    });
  };
  const together = soundTalks.facts.find(byId("fct_16"))?.at ?? 0;

  it("says nothing while a transaction is half told, in which one moves to where another leaves", () => {
    expect(brokenBy(takingOver(together))).not.toContain("I4 no overlap");
    expect(brokenBy(takingOver(together + 1))).toContain("I4 no overlap");
  });
});
