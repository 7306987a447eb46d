import { afterEach, expect, it, vi } from "vitest";
import { readView, writeView } from "./stored-view";

afterEach(() => vi.unstubAllGlobals());

const keeping = (kept: Map<string, string>) =>
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  });

it("begins with push to talk and without single letters, and remembers what is changed", () => {
  keeping(new Map());
  const first = readView();
  expect(first).toEqual({
    ...{ hidesOwn: false, savesPower: false, pushToTalk: true, letterKeys: false },
    ...{ captions: true, captionSize: 100, captionPlace: "below" },
  });
  writeView({ ...first, letterKeys: true, hidesOwn: true });
  expect(readView()).toEqual({ ...first, letterKeys: true, hidesOwn: true });
});

it("takes what it understands of an older or a broken note", () => {
  keeping(new Map([["plenum.view", JSON.stringify({ hidesOwn: true, pushToTalk: "yes", other: 1 })]]));
  expect(readView()).toMatchObject({ hidesOwn: true, pushToTalk: true });
  keeping(new Map([["plenum.view", JSON.stringify({ captionSize: 1_000, captionPlace: "everywhere" })]]));
  expect(readView()).toMatchObject({ captionSize: 100, captionPlace: "below" });
  keeping(new Map([["plenum.view", "{"]]));
  expect(readView()).toMatchObject({ hidesOwn: false, letterKeys: false });
});

it("works where the browser keeps nothing", () => {
  vi.stubGlobal("window", {});
  writeView(readView());
  expect(readView().pushToTalk).toBe(true);
});
