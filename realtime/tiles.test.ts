import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridOf, layoutOf, orderTiles, pageOf, promoteSpeaker, type TileSeat } from "./tiles";

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 40 });
const seatsOf = (names: readonly string[]): TileSeat[] =>
  names.map((id, index) => ({ id, joinedAt: index, own: id === names[0], hasVideo: true }));

describe("order of tiles", () => {
  it("shows everybody exactly once, oneself last", () => {
    fc.assert(
      fc.property(ids, ids, (before, now) => {
        const order = orderTiles(before, seatsOf(now));
        expect([...order].sort()).toEqual([...now].sort());
        if (now[0] !== undefined) expect(order.at(-1)).toBe(now[0]);
      }),
    );
  });

  it("moves nobody who stays when others come and go", () => {
    fc.assert(
      fc.property(ids, ids, (before, now) => {
        const own = now[0];
        const stayed = before.filter((id) => now.includes(id) && id !== own);
        const order = orderTiles(before, seatsOf(now));
        expect(order.filter((id) => stayed.includes(id))).toEqual(stayed);
      }),
    );
  });

  it("brings a speaker from another page to the first one and moves only one other", () => {
    fc.assert(
      fc.property(ids, fc.nat({ max: 39 }), fc.integer({ min: 1, max: 16 }), (order, at, size) => {
        const speaker = order[at];
        if (speaker === undefined) return;
        const after = promoteSpeaker(order, speaker, size);
        expect(after.indexOf(speaker)).toBeLessThan(Math.max(size, at < size ? at + 1 : size));
        expect(after.filter((id, index) => id !== order[index]).length).toBeLessThanOrEqual(2);
        expect([...after].sort()).toEqual([...order].sort());
      }),
    );
  });
});

describe("pages", () => {
  it("cover all tiles without gap or overlap", () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 16 }), (order, size) => {
        const { pages } = pageOf(order, 0, size);
        const all = Array.from({ length: pages }, (_, page) => pageOf(order, page, size).ids).flat();
        expect(all).toEqual(order);
      }),
    );
  });

  it("falls back to the last page when people have left", () => {
    expect(pageOf(["a", "b", "c"], 7, 2)).toEqual({ ids: ["c"], page: 1, pages: 2 });
  });
});

describe("the grid", () => {
  const space = fc.record({
    count: fc.integer({ min: 1, max: 16 }),
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 200, max: 1200 }),
    gap: fc.constant(8),
  });

  it("fits into its space with tiles between 4:3 (two people 1:1) and 16:9", () => {
    fc.assert(
      fc.property(space, (room) => {
        const box = gridOf(room);
        expect(box.columns * box.rows).toBeGreaterThanOrEqual(room.count);
        expect(box.columns * (box.width + 8) - 8).toBeLessThanOrEqual(room.width + 0.001);
        expect(box.rows * (box.height + 8) - 8).toBeLessThanOrEqual(room.height + 0.001);
        const ratio = box.width / box.height;
        expect(ratio).toBeGreaterThan((room.count === 2 ? 1 : 4 / 3) - 0.001);
        expect(ratio).toBeLessThan(16 / 9 + 0.001);
      }),
    );
  });

  it.each([
    [1, 1],
    [2, 2],
    [4, 2],
    [5, 3],
    [9, 3],
    [16, 4],
  ])("lays %i tiles out in %i columns on a wide screen", (count, columns) => {
    expect(gridOf({ count, width: 1256, height: 672, gap: 8 }).columns).toBe(columns);
  });

  it("stacks a talk on a phone", () => {
    expect(gridOf({ count: 2, width: 374, height: 700, gap: 8 }).columns).toBe(1);
  });
});

it.each([
  ["auto", false, false, "grid"],
  ["auto", true, false, "stage"],
  ["auto", false, true, "stage"],
  ["grid", true, true, "grid"],
  ["speaker", false, false, "speaker"],
] as const)("shows %s with sharing %s and stage %s as %s", (wish, sharing, stageEvent, layout) => {
  expect(layoutOf(wish, { sharing, stageEvent })).toBe(layout);
});
