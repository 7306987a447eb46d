import { expect, it } from "vitest";
import { newsDue } from "./news";

const NOW = new Date("2027-03-20T10:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

it.each([
  ["the first goes out at once", "calm", [], 0],
  ["the next ten minutes after the last", "calm", [-30, -4], 6],
  ["at once where that is longer ago", "calm", [-30, -11], 0],
  ["or two minutes where it is soon", "soon", [-30, -1], 1],
  ["what waits for nobody goes out at once", undefined, [-1], 0],
] as const)("news: %s", (_what, pace, told, due) => {
  expect(newsDue({ pace }, told.map(minutes), NOW)).toEqual(minutes(due));
});
