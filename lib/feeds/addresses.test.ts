import { expect, it } from "vitest";
import { listFileOf, pictureLocaleOf } from "./addresses";

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

it.each([
  ["de.png", "de"],
  ["en.png", "en"],
  ["fr.png", undefined],
  ["de.png.png", undefined],
  ["de.atom", undefined],
])("%s is a picture in %s", (name, locale) => {
  expect(pictureLocaleOf(name)).toBe(locale);
});
