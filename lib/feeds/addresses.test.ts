import { expect, it } from "vitest";
import { listFileOf } from "./addresses";

it.each([
  ["de.atom", { locale: "de", format: "atom" }],
  ["en.ics", { locale: "en", format: "ics" }],
  ["fr.ics", undefined],
  ["de.xml", undefined],
  ["de.atom.ics", undefined],
  ["../de.atom", undefined],
])("%s is %o", (name, file) => {
  expect(listFileOf(name)).toEqual(file);
});
