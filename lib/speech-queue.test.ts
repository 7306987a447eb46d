import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SpeechQueue } from "./speech-queue";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("says at most one thing per second, in order, and drops what would come far too late", () => {
  const said: string[] = [];
  const queue = new SpeechQueue((text) => said.push(text));
  for (let number = 0; number < 9; number += 1) queue.say(String(number));
  expect(said).toEqual(["0"]);
  vi.advanceTimersByTime(1000);
  expect(said).toEqual(["0", "4"]);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(["0", "4", "5", "6", "7", "8"]);
});
