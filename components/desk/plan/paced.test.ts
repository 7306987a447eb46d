import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Paced } from "./paced";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("much that is asked at once is done twice: at the beginning and, once the while is over, for the last of it", () => {
  const work = vi.fn();
  const paced = new Paced(work, 1_000);
  for (let nth = 0; nth < 50; nth++) paced.ask();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(999);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(work, "nothing was asked since").toHaveBeenCalledTimes(2);
});

test("what is asked while nobody looks is done once, when somebody looks again", () => {
  const work = vi.fn();
  let isOpen = false;
  const paced = new Paced(work, 1_000, () => isOpen);
  paced.ask();
  paced.ask();
  vi.advanceTimersByTime(5_000);
  expect(work).not.toHaveBeenCalled();
  isOpen = true;
  paced.opened();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  paced.opened();
  expect(work).toHaveBeenCalledTimes(1);
});

test("whoever has left is done nothing for", () => {
  const work = vi.fn();
  const paced = new Paced(work, 1_000);
  paced.ask();
  paced.ask();
  paced.stop();
  vi.advanceTimersByTime(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});
