import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moved, spliceOf } from "./sheet-text";

const spliced = (text: string, { at, gone, added }: ReturnType<typeof spliceOf>) =>
  text.slice(0, at) + added + text.slice(at + gone);

describe("what was done to a field", () => {
  it.each([
    ["aa", "aaa", 1, { at: 0, gone: 0, added: "a" }],
    ["aa", "aaa", 3, { at: 2, gone: 0, added: "a" }],
    ["Hallo Welt", "Hallo", 5, { at: 5, gone: 5, added: "" }],
    ["eins zwei", "eins drei", 9, { at: 5, gone: 4, added: "drei" }],
    ["😀", "😁", 2, { at: 0, gone: 2, added: "😁" }],
    ["same", "same", 4, { at: 4, gone: 0, added: "" }],
  ])("%j became %j with the caret at %d", (before, after, caret, splice) => {
    expect(spliceOf(before, after, caret)).toEqual(splice);
  });

  it("makes the one text of the other, wherever the caret is", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(24), (before, after, caret) => {
        const splice = spliceOf(before, after, Math.min(caret, after.length));
        expect(spliced(before, splice)).toBe(after);
        expect(splice.gone).toBeGreaterThanOrEqual(0);
        expect(splice.added.isWellFormed()).toBe(true);
      }),
    );
  });
});

it.each([
  [[{ insert: "abc" }], 8],
  [[{ retain: 5 }, { insert: "abc" }], 5],
  [[{ retain: 6 }, { insert: "abc" }], 5],
  [[{ retain: 1 }, { delete: 2 }], 3],
  [[{ retain: 3 }, { delete: 9 }], 3],
  [[{ delete: 2 }, { retain: 1 }, { insert: "xy" }], 5],
])("the caret at 5 is after %j at %d", (delta, place) => {
  expect(moved(5, delta)).toBe(place);
});
