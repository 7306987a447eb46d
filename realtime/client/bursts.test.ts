import { expect, it } from "vitest";
import { addCounts, burstsOf } from "./bursts";

it("shows each reaction for itself, and a crowd's together by kind", () => {
  expect(burstsOf({ clap: 2, heart: 1 })).toEqual([
    { emoji: "clap", count: 1 },
    { emoji: "clap", count: 1 },
    { emoji: "heart", count: 1 },
  ]);
  expect(burstsOf({ clap: 20 })).toHaveLength(20);
  expect(burstsOf({ clap: 20, heart: 1 })).toEqual([
    { emoji: "clap", count: 20 },
    { emoji: "heart", count: 1 },
  ]);
  expect(burstsOf({})).toEqual([]);
});

it("adds up what is to be said once", () => {
  expect(addCounts({ clap: 2 }, { clap: 3, heart: 1 })).toEqual({ clap: 5, heart: 1 });
});
