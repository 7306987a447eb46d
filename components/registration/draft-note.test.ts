import { describe, expect, it } from "vitest";
import { draftIn, draftKey, draftText, isDraftOf, isGivenBack, sweepDrafts, versionOf } from "./draft-note";

const NOW = Date.parse("2027-03-28T10:00:00Z");
const HOUR = 3_600_000;
const typed = { name: ["Ada Beispiel"], email: ["ada@example.org"], "q.que_abc123": ["a", "b"] };
const note = { typed, as: "", over: "" };

describe("what was typed and not sent", () => {
  it("comes back within two hours, and not later", () => {
    const text = draftText({ ...note, as: "ada", over: "v1" }, NOW);
    expect(draftIn(text, NOW + 2 * HOUR - 1)).toEqual({ at: NOW, typed, as: "ada", over: "v1" });
    expect(draftIn(text, NOW + 2 * HOUR)).toBeUndefined();
    expect(draftIn(text, NOW - 1), "the clock was set back").toBeUndefined();
  });

  it.each([null, "", "{", "[]", "null", '{"at":"now","typed":{}}'])("is nothing in %j", (text) => {
    expect(draftIn(text, NOW)).toBeUndefined();
  });

  it("leaves out of a broken draft what is no text", () => {
    const text = JSON.stringify({ at: NOW, as: 1, typed: { name: ["Ada"], a: "x", b: [1], c: null } });
    expect(draftIn(text, NOW)).toEqual({ at: NOW, typed: { name: ["Ada"] }, as: "", over: "" });
    expect(draftIn(JSON.stringify({ at: NOW, typed: [] }), NOW)).toMatchObject({
      typed: {},
      as: "",
      over: "",
    });
  });

  it("goes into nobody else's form", () => {
    expect(isDraftOf(typed, "ADA@example.org")).toBe(true);
    expect(isDraftOf(typed, undefined)).toBe(true);
    expect(isDraftOf(typed, "ben@example.org")).toBe(false);
    expect(isDraftOf({ name: ["Ada"] }, "ben@example.org")).toBe(true);
  });

  it.each([
    ["to whoever typed it", { as: "ada" }, { mark: "ada" }, true],
    ["to whoever has signed in since", { as: "" }, { mark: "ada" }, true],
    ["to nobody once they have signed out", { as: "ada" }, { mark: "" }, false],
    ["to no other account", { as: "ada" }, { mark: "ben" }, false],
    ["over the answers that it was begun over", { over: "v1" }, { version: "v1" }, true],
    ["not over answers that were stored later", { over: "v1" }, { version: "v2" }, false],
  ])("is given back %s", (_name, held, now, expected) => {
    expect(isGivenBack({ ...note, ...held }, { mark: "", version: "", ...now })).toBe(expected);
  });

  it("knows answers that were stored later by their version", () => {
    expect(versionOf(["Ada", "", "a"])).toBe(versionOf(["Ada", "", "a"]));
    expect(versionOf(["Ada", "", "a"])).not.toBe(versionOf(["Ada", "", "b"]));
  });
});

/** A window that holds drafts of Ada, of Ben and of nobody, an old one, and something that is no draft. */
function aWindow() {
  const held = new Map([
    [draftKey("evt_ada"), draftText({ ...note, as: "ada" }, NOW)],
    [draftKey("evt_ben"), draftText({ ...note, as: "ben" }, NOW)],
    [draftKey("evt_new"), draftText({ ...note, over: "v1" }, NOW)],
    [draftKey("evt_old"), draftText(note, NOW - 3 * HOUR)],
    ["plenum.room.evt_ada", "1"],
  ]);
  const store = {
    get length() {
      return held.size;
    },
    key: (n: number) => [...held.keys()][n] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  };
  return { held, store };
}

describe("a window", () => {
  it("keeps the drafts of whoever is signed in, and gives them what was typed before they signed in", () => {
    const { held, store } = aWindow();
    sweepDrafts(store, { mark: "ada", now: NOW + 1 });
    expect([...held.keys()]).toEqual([draftKey("evt_ada"), draftKey("evt_new"), "plenum.room.evt_ada"]);
    expect(draftIn(store.getItem(draftKey("evt_new")), NOW + HOUR)).toEqual({
      at: NOW,
      typed,
      as: "ada",
      over: "v1",
    });
    expect(draftIn(store.getItem(draftKey("evt_new")), NOW + 2 * HOUR), "as old as before").toBeUndefined();
  });

  it("forgets all of them with the sign-out, and leaves what is no draft", () => {
    const { held, store } = aWindow();
    sweepDrafts(store, { mark: "ada", now: NOW + 1 });
    sweepDrafts(store, { mark: "", now: NOW + 2 });
    expect([...held.keys()]).toEqual(["plenum.room.evt_ada"]);
  });
});
