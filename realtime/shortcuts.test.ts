import { describe, expect, it } from "vitest";
import { shortcutOf } from "./shortcuts";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const press = (key: string, more: Partial<typeof none> = {}, code = "") => ({ ...none, ...more, key, code });

describe("shortcuts", () => {
  it.each([
    [press("d", { ctrlKey: true }), "mic"],
    [press("e", { metaKey: true }), "cam"],
    [press("H", { ctrlKey: true, shiftKey: true }), "hand"],
    [press("M", { metaKey: true, shiftKey: true }), "chat"],
    [press("L", { ctrlKey: true, shiftKey: true }), "people"],
    [press("F", { ctrlKey: true, shiftKey: true }), "layout"],
    [press("F2"), "bar"],
    [press(" ", {}, "Space"), "talk"],
  ])("%o is %s", (keys, shortcut) => {
    expect(shortcutOf(keys, false)).toBe(shortcut);
  });

  it.each(["m", "v", "r", "d", "c", "p", "?"])("the single key %s never acts", (key) => {
    expect(shortcutOf(press(key), false)).toBeUndefined();
  });

  it("leaves Space to fields and buttons", () => {
    expect(shortcutOf(press(" ", {}, "Space"), true)).toBeUndefined();
  });

  it("leaves keys with Alt to the browser", () => {
    expect(shortcutOf(press("d", { ctrlKey: true, altKey: true }), false)).toBeUndefined();
  });
});
