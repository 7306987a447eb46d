import { describe, expect, it } from "vitest";
import { liveDay, missingOf, runningSlot } from "./live-talks";
import { indexOf } from "./matrix-index";
import { emptyMatrix, person, talk } from "./testing/generated-matrix";

const published = { state: "published" } as const;
const matrix = {
  ...emptyMatrix({ people: 6, slots: 3 }),
  people: [0, 1, 2, 3, 4, 5].map((number) => person(number, number === 5 ? { quota: 0 } : {})),
  talks: [
    talk("first", [0, 1], { slot: 0, ...published }),
    talk("second", [2, 3], { slot: 1, ...published }),
    talk("draft", [0, 2], { slot: 1 }),
  ],
  closed: [{ personId: "person_4", slot: 1, why: "notThere" as const }],
};
// Slots begin at 08:00, 08:20 and 08:40.
const at = (clock: string) => liveDay(matrix, indexOf(matrix), new Date(`2026-11-12T${clock}Z`));
const ids = (talks: readonly { id: string }[]) => talks.map(({ id }) => id);

describe("the day of the talks", () => {
  it.each([
    ["07:00:00", 0, [], [], ["first"]],
    ["07:57:59", 0, [], [], ["first"]],
    ["07:58:00", 0, [], ["first"], []],
    ["08:00:00", 0, ["first"], [], ["second"]],
    ["08:18:00", 0, ["first"], ["second"], []],
    ["08:20:00", 1, ["second"], [], []],
    ["08:59:59", 2, [], [], []],
    ["09:00:00", undefined, [], [], []],
  ] as const)("at %s", (clock, slot, running, waiting, next) => {
    const day = at(clock);
    expect(day.slot).toBe(slot);
    expect([ids(day.running), ids(day.waiting), ids(day.next)]).toEqual([running, waiting, next]);
  });

  it("names whoever could step in: free, there, and with talks left", () => {
    expect(ids(at("08:05:00").standby)).toEqual(["person_2", "person_3", "person_4"]);
    expect(ids(at("08:25:00").standby), "not who is away, and not who talks in the draft").toEqual([
      "person_1",
    ]);
  });

  it.each([
    ["07:59:59", undefined],
    ["08:00:00", 0],
    ["08:20:00", 1],
    ["08:59:59", 2],
    ["09:00:00", undefined],
  ])("marks the slot that runs at %s", (clock, slot) => {
    expect(runningSlot(matrix.slots, new Date(`2026-11-12T${clock}Z`))).toBe(slot);
  });

  it("misses nobody at a table, where nobody is seen", () => {
    const here = new Set(["person_0"]);
    const [online, table] = [talk("a", [0, 1]), talk("b", [2, 3], { place: "table", table: 1 })];
    expect(missingOf([online, table], here)).toEqual(["person_1"]);
  });
});
