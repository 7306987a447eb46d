import { expect, it } from "vitest";
import { listFileOf, pictureLocaleOf, topicFileOf } from "./addresses";

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

it.each([
  ["de.sensorik.atom", { topic: "sensorik", file: "de.atom" }],
  ["en.ki-digitalisierung.ics", { topic: "ki-digitalisierung", file: "en.ics" }],
  ["de.atom", undefined],
  ["de..atom", undefined],
  ["fr.sensorik.atom", undefined],
  ["de.sensorik.png", undefined],
])("%s names the topic %o", (name, file) => {
  expect(topicFileOf(name)).toEqual(file);
});
