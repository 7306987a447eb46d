import { describe, expect, it } from "vitest";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { movesOf } from "@/domain/matchmaking/rules/moves";
import { emptyMatrix, person, talk } from "./testing/generated-matrix";

const now = new Date("2026-11-12T07:00:00Z");
const moved = talk("moved", [1, 2], { slot: 0 });
const matrix = (more: Partial<PlanMatrix>): PlanMatrix => ({
  ...emptyMatrix({ people: 5, slots: 4, tables: 1 }),
  talks: [moved],
  ...more,
});
/** Why the talk can't be there; undefined when it can. */
function refusal(of: PlanMatrix, slot: number, { table, at = now }: { table?: number; at?: Date } = {}) {
  const spot = movesOf(of, "moved", at)(slot, table);
  return "reason" in spot ? spot : undefined;
}
const closed = (why: "session" | "calendar" | "blocked" | "notThere") => [
  { personId: "person_2", slot: 2, why },
];
const atTable = { place: "table", table: 1 } as const;

describe("why a talk can't be moved to a cell", () => {
  it.each([
    ["both are free", matrix({}), 2, undefined],
    ["back to where it is", matrix({}), 0, undefined],
    [
      "one of them talks then",
      matrix({ talks: [moved, talk("other", [2, 3], { slot: 2 })] }),
      2,
      { reason: "personBusy", name: "Person 002" },
    ],
    [
      "that other talk was called off",
      matrix({ talks: [moved, talk("other", [2, 3], { slot: 2, state: "cancelled" })] }),
      2,
      undefined,
    ],
    ["others talk then", matrix({ talks: [moved, talk("other", [3, 4], { slot: 2 })] }), 2, undefined],
    ["a session", matrix({ closed: closed("session") }), 2, { reason: "sessionThen", name: "Person 002" }],
    ["a calendar", matrix({ closed: closed("calendar") }), 2, { reason: "calendarThen", name: "Person 002" }],
    ["blocked", matrix({ closed: closed("blocked") }), 2, { reason: "blockedThen", name: "Person 002" }],
    ["not there", matrix({ closed: closed("notThere") }), 2, { reason: "notThereThen", name: "Person 002" }],
    ["closed for another slot", matrix({ closed: closed("session") }), 3, undefined],
    ["locked", matrix({ talks: [{ ...moved, locked: true }] }), 2, { reason: "lockedTalk" }],
    ["agreed by themselves", matrix({ talks: [{ ...moved, state: "booked" }] }), 2, { reason: "bookedTalk" }],
    ["held already", matrix({ talks: [{ ...moved, state: "held" }] }), 2, { reason: "bookedTalk" }],
    ["no such slot", matrix({}), 9, { reason: "unknownSlot" }],
  ])("%s", (_, of, slot, expected) => {
    expect(refusal(of, slot)).toEqual(expected);
  });

  it("is too late five minutes before the slot begins: the people have to hear of it", () => {
    const start = new Date(matrix({}).slots[1]?.startsAt ?? 0).getTime();
    expect(
      refusal(matrix({ talks: [{ ...moved, slot: 3 }] }), 1, { at: new Date(start - 300_000) }),
    ).toBeUndefined();
    expect(refusal(matrix({ talks: [{ ...moved, slot: 3 }] }), 1, { at: new Date(start - 299_999) })).toEqual(
      {
        reason: "pastSlot",
      },
    );
  });

  it("leaves a talk alone that has begun", () => {
    const during = new Date(matrix({}).slots[0]?.startsAt ?? 0);
    expect(refusal(matrix({}), 3, { at: during })).toEqual({ reason: "pastSlot" });
  });

  it("counts what somebody takes, without the talk that moves", () => {
    const people = [person(1, { quota: 1 }), person(2), person(3)];
    expect(refusal(matrix({ people }), 2)).toBeUndefined();
    const wish = { ...moved, slot: null };
    const other = talk("other", [1, 3], { slot: 3 });
    expect(refusal(matrix({ people, talks: [wish, other] }), 2)).toEqual({
      ...{ reason: "quotaReached", name: "Person 001", quota: 1 },
    });
  });

  it("asks for a table only where somebody comes to one", () => {
    const taken = talk("taken", [3, 4], { slot: 2, ...atTable });
    expect(refusal(matrix({ talks: [moved, taken] }), 2)).toBeUndefined();
    const onSite = { ...moved, ...atTable };
    expect(refusal(matrix({ talks: [onSite, taken] }), 2)).toEqual({ reason: "noTableFree" });
    const two = matrix({ tables: 2, talks: [onSite, taken] });
    expect(refusal(two, 2)).toBeUndefined();
    expect(refusal(two, 2, { table: 1 })).toEqual({ reason: "noTableFree" });
    expect(refusal(two, 2, { table: 2 })).toBeUndefined();
  });
});
