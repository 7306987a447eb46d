import { expect, it } from "vitest";
import { edgesOf } from "./use-edges";

const frame = { clientWidth: 800, clientHeight: 400, scrollWidth: 2000, scrollHeight: 1000 };

it.each([
  ["the beginning", { scrollLeft: 0, scrollTop: 0 }, "right bottom"],
  ["the middle", { scrollLeft: 300, scrollTop: 200 }, "left right top bottom"],
  ["the end", { scrollLeft: 1200, scrollTop: 600 }, "left top"],
  ["the end, less half a pixel", { scrollLeft: 1199.5, scrollTop: 599.5 }, "left top"],
])("says at %s where there is more", (_, at, expected) => {
  expect(edgesOf({ ...frame, ...at })).toBe(expected);
});

it("says nothing where everything is in sight", () => {
  const whole = { ...frame, scrollWidth: 800, scrollHeight: 400, scrollLeft: 0, scrollTop: 0 };
  expect(edgesOf(whole)).toBe("");
});
