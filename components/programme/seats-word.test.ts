import { describe, expect, it } from "vitest";
import { seatsWord } from "./seats-word";

describe("what is said about seats", () => {
  it.each([
    [null, 900, { kind: "open" }],
    [10, 10, { kind: "full" }],
    [10, 12, { kind: "full" }],
    [250, 212, { kind: "left", left: 38, few: false }],
    [250, 226, { kind: "left", left: 24, few: true }],
    [20, 15, { kind: "left", left: 5, few: true }],
    [20, 14, { kind: "left", left: 6, few: false }],
  ])("capacity %s with %s confirmed", (capacity, confirmed, word) => {
    expect(seatsWord({ capacity, confirmed, offered: 0 })).toEqual(word);
  });

  it("a seat that is offered to somebody is not left", () => {
    expect(seatsWord({ capacity: 10, confirmed: 8, offered: 2 })).toEqual({ kind: "full" });
  });
});
