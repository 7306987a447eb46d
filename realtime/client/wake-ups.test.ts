import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeClock } from "./testing/fake-clock";
import { watchWakeUps } from "./wake-ups";

let clock: FakeClock;
let page: EventTarget & { visibilityState: string };
let tab: EventTarget;
let woke: number;
let stop: () => void;

beforeEach(() => {
  clock = new FakeClock();
  tab = new EventTarget();
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("window", tab);
  vi.stubGlobal("document", page);
  woke = 0;
  stop = watchWakeUps(clock, () => {
    woke += 1;
  });
});
afterEach(() => vi.unstubAllGlobals());

it("R19: wakes at once after ten minutes of sleep, and once only", async () => {
  await clock.pass(5000);
  clock.sleep(600_000);
  await clock.pass(0);
  expect(woke).toBe(1);
  await clock.pass(60_000);
  expect(woke).toBe(1);
});

it("takes a tick that is 20 s late for a busy machine, and one that is later for sleep", async () => {
  clock.sleep(20_000);
  await clock.pass(0);
  expect(woke).toBe(0);
  clock.sleep(21_001);
  await clock.pass(0);
  expect(woke).toBe(1);
});

it.each(["online", "pageshow"])("wakes on %s", (name) => {
  tab.dispatchEvent(new Event(name));
  expect(woke).toBe(1);
});

it("wakes when the tab becomes visible, not when it is hidden", () => {
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(woke).toBe(0);
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  expect(woke).toBe(1);
});

it("hears nothing any more once it was stopped", async () => {
  stop();
  tab.dispatchEvent(new Event("online"));
  clock.sleep(600_000);
  await clock.pass(5000);
  expect(woke).toBe(0);
});
