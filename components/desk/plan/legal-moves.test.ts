import { describe, expect, it } from "vitest";
import type { PlanBoard } from "@/domain/matchmaking/labels";
import { type Move, moveRefusal } from "./legal-moves";
import { emptyBoard, person, talk } from "./testing/generated-board";

const now = new Date("2026-11-12T07:00:00Z");
const moved = talk("moved", [1, 2], { slot: 0 });
const board = (more: Partial<PlanBoard>): PlanBoard => ({
  ...emptyBoard({ people: 5, slots: 4, tables: 1 }),
  talks: [moved],
  ...more,
});
const to = (slot: number, more: Partial<Move> = {}): Move => ({ talkId: "moved", slot, ...more });
const closed = (why: "session" | "calendar" | "blocked" | "notThere") => [
  { personId: "person_2", slot: 2, why },
];
const atTable = { place: "table", table: 1 } as const;

describe("why a talk can't be moved to a cell", () => {
  it.each([
    ["both are free", board({}), to(2), undefined],
    ["back to where it is", board({}), to(0), undefined],
    [
      "one of them talks then",
      board({ talks: [moved, talk("other", [2, 3], { slot: 2 })] }),
      to(2),
      { why: "personBusy", name: "Person 002" },
    ],
    [
      "that other talk was called off",
      board({ talks: [moved, talk("other", [2, 3], { slot: 2, state: "cancelled" })] }),
      to(2),
      undefined,
    ],
    ["others talk then", board({ talks: [moved, talk("other", [3, 4], { slot: 2 })] }), to(2), undefined],
    ["a session", board({ closed: closed("session") }), to(2), { why: "sessionThen", name: "Person 002" }],
    ["a calendar", board({ closed: closed("calendar") }), to(2), { why: "calendarThen", name: "Person 002" }],
    ["blocked", board({ closed: closed("blocked") }), to(2), { why: "blockedThen", name: "Person 002" }],
    ["not there", board({ closed: closed("notThere") }), to(2), { why: "notThere", name: "Person 002" }],
    ["closed for another slot", board({ closed: closed("session") }), to(3), undefined],
    ["locked", board({ talks: [{ ...moved, locked: true }] }), to(2), { why: "lockedTalk" }],
    ["agreed by themselves", board({ talks: [{ ...moved, state: "booked" }] }), to(2), { why: "bookedTalk" }],
    ["held already", board({ talks: [{ ...moved, state: "held" }] }), to(2), { why: "bookedTalk" }],
    ["no such slot", board({}), to(9), { why: "pastSlot" }],
  ])("%s", (_, of, move, expected) => {
    expect(moveRefusal(of, move, now)).toEqual(expected);
  });

  it("is over at the start of the slot, not before", () => {
    const [, second] = board({}).slots;
    const start = new Date(second?.startsAt ?? 0);
    expect(moveRefusal(board({}), to(1), start)).toBeUndefined();
    expect(moveRefusal(board({}), to(1), new Date(start.getTime() + 1))).toEqual({ why: "pastSlot" });
  });

  it("counts the quota for what has no time yet, not for what only moves", () => {
    const people = [person(1, { quota: 1 }), person(2), person(3)];
    const other = talk("other", [1, 3], { slot: 3 });
    expect(moveRefusal(board({ people, talks: [moved, other] }), to(2), now)).toBeUndefined();
    const wish = { ...moved, slot: null };
    expect(moveRefusal(board({ people, talks: [wish, other] }), to(2), now)).toEqual({
      ...{ why: "quotaReached", name: "Person 001", quota: 1 },
    });
  });

  it("asks for a table only where somebody comes to one", () => {
    const taken = talk("taken", [3, 4], { slot: 2, ...atTable });
    expect(moveRefusal(board({ talks: [moved, taken] }), to(2), now)).toBeUndefined();
    const onSite = { ...moved, ...atTable };
    expect(moveRefusal(board({ talks: [onSite, taken] }), to(2), now)).toEqual({ why: "noTableFree" });
    const two = board({ tables: 2, talks: [onSite, taken] });
    expect(moveRefusal(two, to(2), now)).toBeUndefined();
    expect(moveRefusal(two, to(2, { table: 1 }), now)).toEqual({ why: "noTableFree" });
    expect(moveRefusal(two, to(2, { table: 2 }), now)).toBeUndefined();
  });
});
