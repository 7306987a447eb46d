import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readTab, writeTab } from "./stored-choice";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  };
  vi.stubGlobal("window", { sessionStorage });
});
afterEach(() => vi.unstubAllGlobals());

it("remembers of a tab that it is inside, and that it came without devices", () => {
  const note = readTab("messen");
  expect([note.entered, note.devices]).toEqual([false, true]);
  writeTab("messen", { ...note, entered: true, devices: false });
  expect(readTab("messen")).toEqual({ tab: note.tab, entered: true, devices: false });
  expect(readTab("kleben").tab).not.toBe(note.tab);
});

it("understands the note of a tab that was opened before devices were in it", () => {
  kept.set("plenum.room.messen", JSON.stringify({ tab: "tab_12345678", entered: true }));
  expect(readTab("messen")).toEqual({ tab: "tab_12345678", entered: true, devices: true });
});
