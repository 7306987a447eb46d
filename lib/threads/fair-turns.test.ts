import { describe, expect, it } from "vitest";
import { fairTurns } from "./fair-turns";

/** Work that is done when one says so, and the order in which it began. */
function bench(mostOfOne: number) {
  const turns = fairTurns(mostOfOne);
  const began: string[] = [];
  const ends = new Map<string, { resolve: (name: string) => void; reject: (error: Error) => void }>();
  const bring = (owner: string, name: string) =>
    turns(owner, () => {
      began.push(name);
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      ends.set(name, { resolve, reject });
      return promise;
    });
  const finish = async (name: string) => {
    ends.get(name)?.resolve(name);
    for (let tick = 0; tick < 5; tick++) await Promise.resolve();
  };
  return { bring, began, ends, finish };
}

describe("turns that are fair", () => {
  it("serves another after one piece of who brought many", async () => {
    const { bring, began, finish } = bench(8);
    for (const name of ["a1", "a2", "a3"]) bring("a", name);
    bring("b", "b1");
    bring("c", "c1");
    await finish("");
    for (const name of ["a1", "b1", "c1", "a2", "a3"]) {
      expect(began.at(-1)).toBe(name);
      await finish(name);
    }
    expect(began).toEqual(["a1", "b1", "c1", "a2", "a3"]);
  });

  it("turns away who has enough here, and nobody else", async () => {
    const { bring, finish } = bench(2);
    const first = bring("a", "a1");
    bring("a", "a2");
    expect(bring("a", "a3")).toBeUndefined();
    expect(bring("b", "b1")).toBeDefined();
    await finish("");
    await finish("a1");
    expect(await first).toBe("a1");
    expect(bring("a", "a4")).toBeDefined();
  });

  it("goes on behind what failed", async () => {
    const { bring, began, ends, finish } = bench(2);
    const bad = bring("a", "a1");
    bring("a", "a2");
    await finish("");
    ends.get("a1")?.reject(new Error("no ink"));
    await expect(bad).rejects.toThrow("no ink");
    await finish("");
    expect(began).toEqual(["a1", "a2"]);
  });
});
