import { expect, it } from "vitest";
import type { MatrixTalk } from "../labels";
import { reasonsOn } from "./unplaced";

const BEGIN = Date.parse("2026-11-12T09:00:00Z");
const MINUTE = 60_000;
const at = (slot: number) => new Date(BEGIN + slot * 20 * MINUTE).toISOString();
const slots = [0, 1].map((slot) => ({ startsAt: at(slot), endsAt: at(slot + 1) }));
const EARLY = new Date(BEGIN - 60 * MINUTE);

type On = Partial<MatrixTalk> & { people: string[]; slot: number | null };
const talk = (on: On): MatrixTalk => ({
  ...{ id: "t", place: "online", table: null, state: "draft", locked: false, unwanted: false, reasons: [] },
  ...on,
});
const shut = (personId: string, ...closed: number[]) =>
  closed.map((slot) => ({ personId, slot, why: "blocked" as const }));

type Board = { talks?: On[]; closed?: ReturnType<typeof shut>; quotas?: Record<string, number>; now?: Date };
/** Why Ada and Ben have no talk on this board of two slots and one table. */
function whyNot({ talks = [], closed = [], quotas = {}, now = EARLY }: Board, needsTable = false) {
  const people = ["ada", "ben", "cem", "dora"].map((id) => ({
    ...{ id, name: id, organisation: "", quota: quotas[id] ?? 8 },
  }));
  const matrix = { slots, people, closed, tables: 1, talks: talks.map(talk) };
  return reasonsOn(matrix, now)({ a: "ada", b: "ben", needsTable });
}

const adaAt = (slot: number | null): On => ({ people: ["ada", "cem"], slot });
const othersAt = (slot: number, table: number): On => ({ people: ["cem", "dora"], slot, table });

it("a wish without a place has the reason that the matrix shows, and none where it would fit", () => {
  expect(whyNot({})).toEqual({ reason: "fits", values: { slots: 2 } });
  expect(whyNot({ closed: [...shut("ada", 0), ...shut("ben", 1)] })).toEqual({
    ...{ reason: "noCommonSlot", values: {} },
  });
  const busy = [adaAt(0), { people: ["ben", "dora"], slot: 1 }];
  expect(whyNot({ talks: busy }).reason).toBe("noCommonFreeSlot");
  const quotas = { ada: 1 };
  expect(whyNot({ talks: busy, quotas })).toEqual({ reason: "quotaOne", values: { slots: 0, quota: 1 } });
  expect(whyNot({ talks: [adaAt(0)], quotas }).values).toEqual({ slots: 1, quota: 1 });
  expect(whyNot({ quotas: { ben: 0 } })).toEqual({ reason: "quotaOther", values: { slots: 2, quota: 0 } });
  expect(whyNot({ quotas: { ada: 0, ben: 0 } }).reason).toBe("quotaBoth");
});

it("tables are in the way of those alone who need one", () => {
  const talks = [othersAt(0, 1), othersAt(1, 1)];
  expect(whyNot({ talks }, true)).toEqual({ reason: "tablesTaken", values: { slots: 2 } });
  expect(whyNot({ talks }).reason).toBe("fits");
  expect(whyNot({ talks: [othersAt(0, 1)] }, true).values).toEqual({ slots: 1 });
});

it("what is called off or has no time is in nobody's way", () => {
  const talks: On[] = [{ ...adaAt(0), state: "cancelled" }, adaAt(null)];
  expect(whyNot({ talks, quotas: { ada: 1 } })).toEqual({ reason: "fits", values: { slots: 2 } });
});

it("times that are over are free no more, and no reason that was true of the day becomes untrue with it", () => {
  const now = new Date(BEGIN);
  expect(whyNot({ now })).toEqual({ reason: "fits", values: { slots: 1 } });
  expect(whyNot({ now, talks: [adaAt(1)] })).toEqual({ reason: "over", values: {} });
  const late = new Date(BEGIN + 60 * MINUTE);
  expect(whyNot({ now: late, closed: [...shut("ada", 0, 1)] }).reason).toBe("noCommonSlot");
  expect(whyNot({ now: late, talks: [adaAt(0), adaAt(1)] }).reason).toBe("noCommonFreeSlot");
});
