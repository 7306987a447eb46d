import { describe, expect, it } from "vitest";
import { type Focus, shortcutOf } from "./shortcuts";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const press = (key: string, more: Partial<typeof none> = {}, code = "") => ({ ...none, ...more, key, code });
const usual = { letterKeys: false, pushToTalk: true };
const letters = { ...usual, letterKeys: true };
const space = press(" ", {}, "Space");
const everywhere: readonly Focus[] = ["writing", "pressing", "free"];

describe("shortcuts", () => {
  it.each([
    [press("d", { ctrlKey: true }), "mic"],
    [press("e", { metaKey: true }), "cam"],
    [press("H", { ctrlKey: true, shiftKey: true }), "hand"],
    [press("M", { metaKey: true, shiftKey: true }), "chat"],
    [press("L", { ctrlKey: true, shiftKey: true }), "people"],
    [press("F", { ctrlKey: true, shiftKey: true }), "layout"],
    [press("F2"), "bar"],
    [space, "talk"],
  ])("%o is %s", (keys, shortcut) => {
    expect(shortcutOf(keys, "free", usual)).toBe(shortcut);
  });

  it.each(["m", "v", "r", "d", "c", "p", "w", "?"])("the single key %s never acts by itself", (key) => {
    for (const focus of everywhere) expect(shortcutOf(press(key), focus, usual)).toBeUndefined();
  });

  it.each([
    ["m", "mic"],
    ["V", "cam"],
    ["r", "hand"],
    ["c", "chat"],
    ["p", "people"],
    ["w", "layout"],
    ["?", "help"],
  ])("the single key %s is %s for whoever wants it, and never where somebody writes", (key, shortcut) => {
    expect(shortcutOf(press(key), "free", letters)).toBe(shortcut);
    expect(shortcutOf(press(key), "pressing", letters)).toBe(shortcut);
    expect(shortcutOf(press(key), "writing", letters)).toBeUndefined();
  });

  it("leaves Space to fields and buttons", () => {
    expect(shortcutOf(space, "pressing", letters)).toBeUndefined();
    expect(shortcutOf(space, "writing", letters)).toBeUndefined();
  });

  it("leaves Space alone for whoever wants no push to talk", () => {
    expect(shortcutOf(space, "free", { ...usual, pushToTalk: false })).toBeUndefined();
  });

  it("leaves keys with Alt to the browser", () => {
    expect(shortcutOf(press("d", { ctrlKey: true, altKey: true }), "free", letters)).toBeUndefined();
  });
});
