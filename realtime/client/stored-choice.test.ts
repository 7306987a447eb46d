import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readChoice, readTab, writeChoice, writeTab } from "./stored-choice";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  };
  vi.stubGlobal("window", { sessionStorage, localStorage: sessionStorage });
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

it("remembers devices, background and noise, and understands a choice from before there were backgrounds", () => {
  writeChoice({ ...readChoice(), micId: "headset", background: "blur", suppressesNoise: false });
  expect(readChoice()).toMatchObject({ micId: "headset", background: "blur", suppressesNoise: false });
  kept.set("plenum.devices", JSON.stringify({ mic: false, cam: true, camId: "front", background: "beach" }));
  expect(readChoice()).toMatchObject({
    ...{ mic: false, cam: true, camId: "front", background: "none", suppressesNoise: true },
  });
});
