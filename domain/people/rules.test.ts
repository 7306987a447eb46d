import { describe, expect, it } from "vitest";
import { calmMarks, cleanText, nameFromAddress } from "./rules";

describe("clean text", () => {
  it.each([
    ["  Ada   Beispiel ", "Ada Beispiel"],
    ["Ada\r\nBcc: v@example.net", "Ada Bcc: v@example.net"],
    ["\u202Etxt.exe", "txt.exe"],
    ["\u200B\u200D\uFEFF", ""],
    ["A\u0000B", "AB"],
    ["Zoe\u0308", "Zoë"],
  ])("%j becomes %j", (from, to) => expect(cleanText(from)).toBe(to));

  it("leaves at most three marks on a letter", () => {
    expect(calmMarks(`Z${"\u0335".repeat(500)}`)).toBe(`Z${"\u0335".repeat(3)}`);
  });
});

describe("a name out of an address", () => {
  it.each([
    ["anna.beispiel@example.org", "Anna Beispiel"],
    ["a+tag@example.org", "A"],
    ["info@example.org", "Info"],
  ])("%s: %s", (email, name) => expect(nameFromAddress(email)).toBe(name));
});
