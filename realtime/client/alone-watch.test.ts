import { beforeEach, describe, expect, it } from "vitest";
import { ALONE_MS, AloneWatch, ANSWER_MS } from "./alone-watch";
import { HeldCondition } from "./held-condition";
import { FakeClock } from "./testing/fake-clock";

let clock: FakeClock;
beforeEach(() => {
  clock = new FakeClock();
});

describe("somebody alone in a room", () => {
  let left: number;
  let watch: AloneWatch;
  const asked = () => watch.store.get().leavesAt !== null;
  beforeEach(() => {
    left = 0;
    watch = new AloneWatch(clock, () => {
      left += 1;
    });
    watch.see(true);
  });

  it("is asked after ten minutes and leaves a minute later, once", async () => {
    await clock.pass(ALONE_MS - 1);
    expect(asked()).toBe(false);
    await clock.pass(1);
    expect(watch.store.get().leavesAt).toBe(clock.now() + ANSWER_MS);
    await clock.pass(ANSWER_MS - 1);
    expect(left).toBe(0);
    await clock.pass(1 + ALONE_MS * 3);
    expect(left).toBe(1);
  });

  it("stays for ten more minutes on a click", async () => {
    await clock.pass(ALONE_MS + 10_000);
    watch.stay();
    expect(asked()).toBe(false);
    await clock.pass(ALONE_MS - 1);
    expect([asked(), left]).toEqual([false, 0]);
    await clock.pass(1);
    expect(asked()).toBe(true);
  });

  it("is not asked once somebody comes, and the question goes away with company", async () => {
    await clock.pass(ALONE_MS - 1);
    watch.see(false);
    watch.see(true);
    await clock.pass(ALONE_MS - 1);
    expect(asked()).toBe(false);
    await clock.pass(1);
    expect(asked()).toBe(true);
    watch.see(false);
    await clock.pass(ANSWER_MS * 2);
    expect([asked(), left]).toEqual([false, 0]);
  });

  it("is left in peace when the room closes", async () => {
    watch.stop();
    await clock.pass(ALONE_MS * 2);
    expect([asked(), left]).toEqual([false, 0]);
  });
});

describe("a poor connection", () => {
  it("is told of after ten seconds without a break, and no longer once it is better", async () => {
    const told: boolean[] = [];
    const poor = new HeldCondition({ clock, afterMs: 10_000, onChange: (held) => told.push(held) });
    poor.set(true);
    await clock.pass(9_000);
    poor.set(false);
    poor.set(true);
    await clock.pass(9_999);
    expect(told).toEqual([]);
    poor.set(true);
    await clock.pass(1);
    expect(told).toEqual([true]);
    poor.set(false);
    poor.set(false);
    expect(told).toEqual([true, false]);
  });
});
