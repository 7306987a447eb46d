import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Call,
  choose,
  FIRST_WISH,
  forgetEnded,
  gridOf,
  orderScreens,
  orderTiles,
  pageOf,
  promoteSpeaker,
  sceneOf,
  screenTile,
  stripOf,
  stripPlaces,
  type TileSeat,
  type Wish,
} from "./tiles";

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

describe("screens", () => {
  it("come in the order in which they were shared", () => {
    expect(orderScreens(["b", "a"], ["a", "b", "c"])).toEqual(["b", "a", "c"]);
    expect(orderScreens(["b", "a"], ["a"])).toEqual(["a"]);
  });
});

describe("the large place", () => {
  const screen = (who: string, time = 1): Call => ({
    name: `screen ${who} ${time}`,
    kind: "screen",
    tile: screenTile(who),
  });
  const spotlight = (who: string): Call => ({ name: `spotlight ${who}`, kind: "spotlight", tile: who });
  const here = ["ada", "ben", "cleo", screenTile("ada"), screenTile("ben")];
  const namesOf = (calls: readonly Call[]) => calls.map(({ name }) => name);
  const seen = (wish: Wish, calls: readonly Call[], stageEvent = false) => {
    const scene = sceneOf({ wish: forgetEnded(wish, namesOf(calls)), calls, stageEvent, here });
    return scene.view === "large" ? scene.tile : scene.view;
  };
  const chosen = (choice: Parameters<typeof choose>[1], calls: readonly Call[] = [], before = FIRST_WISH) =>
    choose(before, choice, namesOf(calls));

  it.each<[string, Wish, Call[], boolean, string]>([
    ["nothing happens", FIRST_WISH, [], false, "grid"],
    ["nothing happens on a stage", FIRST_WISH, [], true, "grid"],
    ["somebody shares", FIRST_WISH, [screen("ada")], false, screenTile("ada")],
    ["two share", FIRST_WISH, [screen("ada"), screen("ben")], false, screenTile("ben")],
    ["hosts show somebody", FIRST_WISH, [spotlight("ben")], false, "ben"],
    [
      "hosts show somebody beside a share",
      FIRST_WISH,
      [screen("ada"), spotlight("ben")],
      true,
      screenTile("ada"),
    ],
    ["the grid was chosen", chosen({ layout: "grid" }), [], true, "grid"],
    ["the speaker was chosen", chosen({ layout: "speaker" }), [], false, "speaker"],
    ["the stage was chosen", chosen({ layout: "stage" }), [], false, "grid"],
    ["somebody is pinned", chosen({ pinned: "cleo" }), [], true, "cleo"],
    ["who was pinned has left", chosen({ pinned: "zoe" }), [], false, "grid"],
  ])("when %s", (_, wish, calls, stageEvent, large) => {
    expect(seen(wish, calls, stageEvent)).toBe(large);
  });

  it("is taken by a share once, whatever was chosen before, and a later choice wins", () => {
    const shares = [screen("ada")];
    for (const before of [chosen({ layout: "grid" }), chosen({ pinned: "cleo" })]) {
      expect(seen(before, shares)).toBe(screenTile("ada"));
      expect(seen(choose(before, { layout: "grid" }, namesOf(shares)), shares)).toBe("grid");
      expect(seen(choose(before, { pinned: "ben" }, namesOf(shares)), shares)).toBe("ben");
    }
    const grid = chosen({ layout: "grid" }, shares);
    expect(seen(grid, [...shares, screen("ben")])).toBe(screenTile("ben"));
    expect(seen(grid, [...shares, spotlight("ben")])).toBe("ben");
  });

  it("goes to the same person's next share again", () => {
    const grid = chosen({ layout: "grid" }, [screen("ada")]);
    expect(seen(grid, [screen("ada", 2)])).toBe(screenTile("ada"));
    const after = forgetEnded(chosen({ layout: "grid" }, [spotlight("ben")]), []);
    expect(seen(after, [spotlight("ben")])).toBe("ben");
  });

  it("shows the share again to whoever goes back to automatic, and to whoever takes a pin back", () => {
    const shares = [screen("ada")];
    const pinned = chosen({ pinned: "cleo" }, shares);
    expect(seen(pinned, shares)).toBe("cleo");
    expect(seen(choose(pinned, { pinned: null }, namesOf(shares)), shares)).toBe(screenTile("ada"));
    expect(seen(choose(pinned, { layout: "auto" }, namesOf(shares)), shares)).toBe(screenTile("ada"));
    expect(seen(choose(pinned, { layout: "grid" }, namesOf(shares)), shares)).toBe("grid");
  });

  it("shows the share in place of who was pinned and has left", () => {
    expect(seen(chosen({ pinned: "zoe" }, [screen("ada")]), [screen("ada")])).toBe(screenTile("ada"));
  });
});

it("puts whom hosts show and whom one has pinned first beside the large tile, each once", () => {
  const order = ["ada", "ben", "cleo", "dan"];
  expect(stripOf(order, { large: "ada", first: ["dan", "cleo"] })).toEqual(["dan", "cleo", "ben"]);
  expect(stripOf(order, { large: "dan", first: ["dan", null] })).toEqual(["ada", "ben", "cleo"]);
  expect(stripOf(order, { large: undefined, first: ["zoe", "ben"] })).toEqual(["ben", "ada", "cleo", "dan"]);
});

it.each([
  [1256, 6, 6],
  [1256, 7, 5],
  [1900, 20, 8],
  [300, 3, 1],
  [0, 3, 1],
])("has in a strip of %i px for %i tiles %i places", (width, count, places) => {
  expect(stripPlaces({ width, count, phone: false })).toBe(places);
});
