import { expect, test } from "vitest";
import { badgeSize } from "./badge-size";

test.for([
  ["Ada Li", "xl"],
  ["Henrike Osterloh", "xl"],
  ["Dr. Maria-Magdalena Schmidt", "xl"],
  ["Prof. Dr. Friederike von der Heide", "lg"],
  ["Anna Oberweißbacherschmid", "lg"],
  ["Prof. Dr.-Ing. habil. Maximiliane Schmidt-Rottluff", "md"],
  ["Donaudampfschifffahrtskapitän", "sm"],
  ["W".repeat(80), "sm"],
  ["", "xl"],
] as const)("%s is printed %s", ([name, size]) => {
  expect(badgeSize(name)).toBe(size);
});
