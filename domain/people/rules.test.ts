import { describe, expect, it } from "vitest";
import { calmMarks, cleanText, nameFromAddress, withoutRole, withoutRoleClaim } from "./rules";

describe("clean text", () => {
  it.each([
    ["  Ada   Beispiel ", "Ada Beispiel"],
    ["Ada\r\nBcc: v@example.net", "Ada Bcc: v@example.net"],
    ["\u202Etxt.exe", "txt.exe"],
    ["\u200B\u200D\uFEFF", ""],
    ["A\u0000B", "AB"],
    ["Zoe\u0308", "Zoë"],
    ["\u3164\u2800\u115F\u034F", ""],
  ])("%j becomes %j", (from, to) => expect(cleanText(from)).toBe(to));

  it("leaves at most three marks on a letter", () => {
    expect(calmMarks(`Z${"\u0335".repeat(500)}`)).toBe(`Z${"\u0335".repeat(3)}`);
  });
});

describe("S45: a role that somebody puts beside their name", () => {
  it.each([
    ["Ada (Moderation)", "Ada"],
    ["Ada Beispiel [CO-HOST]", "Ada Beispiel"],
    ["(Host) Ada Beispiel", "Ada Beispiel"],
    ["Ada (Co-Moderation) Beispiel", "Ada Beispiel"],
    ["Ada （Ｍｏｄｅｒａｔｉｏｎ）", "Ada"],
    ["Ada (Mоderаtion)", "Ada"],
    ["Ada (( Moderation ))", "Ada"],
    ["Ada | Moderation", "Ada"],
    ["Ada · Host", "Ada"],
    ["Moderation: Ada", "Ada"],
    ["Ada – Veranstalterin", "Ada"],
    ["Ada - Support", "Ada"],
    ["Ada ✓ verified", "Ada"],
    [cleanText("Ada (Mod\u200Beration)"), "Ada"],
    [cleanText("Ada \u202E(Moderation)\u202C"), "Ada"],
  ])("%j is %j", (name, shown) => expect(withoutRoleClaim(name)).toBe(shown));

  it.each([
    ...["Anna Host", "Host", "Moderator", "Ada-Sophie Beispiel", "Müller/Meier", "Ada Beispiel (Werk Nord)"],
    ...["Dr. Ada Beispiel, M. Sc.", "Иван Тестов", "Ada (Host Europa)", "O’Neil", "王小明 (Demo)"],
  ])("leaves %j, which claims none", (name) => expect(withoutRoleClaim(name)).toBe(name));
});

it.each([
  ["Moderation", ""],
  ["Werk Nord | Moderation", "Werk Nord"],
  ["Moderationsakademie Nord", "Moderationsakademie Nord"],
])("S45: below a name stands no role: %j is %j", (organisation, shown) =>
  expect(withoutRole(organisation)).toBe(shown),
);

describe("a name out of an address", () => {
  it.each([
    ["anna.beispiel@example.org", "Anna Beispiel"],
    ["a+tag@example.org", "A"],
    ["info@example.org", "Info"],
  ])("%s: %s", (email, name) => expect(nameFromAddress(email)).toBe(name));
});
