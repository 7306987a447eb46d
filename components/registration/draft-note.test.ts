import { describe, expect, it } from "vitest";
import { draftIn, draftText, isDraftOf } from "./draft-note";

const NOW = Date.parse("2027-03-28T10:00:00Z");
const HOUR = 3_600_000;
const typed = { name: ["Ada Beispiel"], email: ["ada@example.org"], "q.que_abc123": ["a", "b"] };

describe("what was typed and not sent", () => {
  it("comes back within two hours, and not later", () => {
    const text = draftText(typed, NOW);
    expect(draftIn(text, NOW + 2 * HOUR - 1)).toEqual(typed);
    expect(draftIn(text, NOW + 2 * HOUR)).toBeUndefined();
    expect(draftIn(text, NOW - 1), "the clock was set back").toBeUndefined();
  });

  it.each([null, "", "{", "[]", "null", '{"at":"now","typed":{}}'])("is nothing in %j", (text) => {
    expect(draftIn(text, NOW)).toBeUndefined();
  });

  it("leaves out of a broken draft what is no text", () => {
    const text = JSON.stringify({ at: NOW, typed: { name: ["Ada"], a: "x", b: [1], c: null } });
    expect(draftIn(text, NOW)).toEqual({ name: ["Ada"] });
    expect(draftIn(JSON.stringify({ at: NOW, typed: [] }), NOW)).toEqual({});
  });

  it("goes into nobody else's form", () => {
    expect(isDraftOf(typed, "ADA@example.org")).toBe(true);
    expect(isDraftOf(typed, undefined)).toBe(true);
    expect(isDraftOf(typed, "ben@example.org")).toBe(false);
    expect(isDraftOf({ name: ["Ada"] }, "ben@example.org")).toBe(true);
  });
});
