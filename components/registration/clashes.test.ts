import { expect, it } from "vitest";
import { clashesOf, clashText, type Span } from "./clashes";

const span = (id: string, from: number, until: number): Span => ({
  ...{ id, title: `Titel ${id}`, from, until, isLong: false },
});
const spans = [span("a", 0, 10), span("b", 5, 15), span("c", 10, 20), span("d", 0, 20)];
const named = (ticked: readonly string[]) =>
  clashesOf(spans, new Set(ticked)).map(({ one, other }) => `${one.id}${other.id}`);

it("finds each pair of ticked events once, and none that only touch", () => {
  expect(named(["a", "b", "c"])).toEqual(["ab", "bc"]);
  expect(named(["a", "c"])).toEqual([]);
  expect(named(["a", "b", "c", "d"])).toEqual(["ab", "ad", "bc", "bd", "cd"]);
  expect(named([])).toEqual([]);
});

it("finds none between a long event and what takes place during it, and one between two long ones", () => {
  const day = { ...span("d", 0, 20), isLong: true };
  const pairs = clashesOf([...spans.slice(0, 3), day, { ...day, id: "e" }], new Set(["a", "c", "d", "e"]));
  expect(pairs.map(({ one, other }) => `${one.id}${other.id}`)).toEqual(["de"]);
});

it("puts titles into the text as they are", () => {
  const odd = { one: { ...span("a", 0, 1), title: "{other} $& $1" }, other: span("b", 0, 1) };
  expect(clashText("„{one}“ und „{other}“", odd)).toBe("„{other} $& $1“ und „Titel b“");
});
