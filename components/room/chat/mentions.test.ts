import { expect, it } from "vitest";
import { candidatesFor, isCalledIn, mentionAt, withIds } from "./mentions";

it.each([
  ["@", 1, { query: "", from: 0 }],
  ["Hallo @An", 9, { query: "An", from: 6 }],
  ["Hallo @An und mehr", 9, { query: "An", from: 6 }],
  ["post@example.org", 16, null],
  ["Hallo @Anna ", 12, null],
])("finds the name that is typed in „%s“", (text, caret, expected) => {
  expect(mentionAt(text, caret)).toEqual(expected);
});

const people = ["Änne Groß", "Anna Klein", "Bo Änderung", ""].map((name, index) => ({
  ...{ admissionId: `adm_person${index}`, name },
}));

it("offers people by the beginning of any part of their name, whatever its marks", () => {
  const named = (query: string) => candidatesFor(query, people).map(({ name }) => name);
  expect(named("an")).toEqual(["Änne Groß", "Anna Klein", "Bo Änderung"]);
  expect(named("Kl")).toEqual(["Anna Klein"]);
  expect(named("x")).toEqual([]);
});

it("calls whom the message names", () => {
  const called = (me: string | null) => isCalledIn("<@adm_aaaaaaaa>, kommen Sie?", me);
  expect([called("adm_aaaaaaaa"), called("adm_bbbbbbbb"), called(null)]).toEqual([true, false, false]);
});

it("sends ids, and cuts no longer name in two", () => {
  const picked = [
    { admissionId: "adm_aaaaaaaa", name: "Anna" },
    { admissionId: "adm_bbbbbbbb", name: "Anna Klein" },
  ];
  expect(withIds("@Anna Klein und @Anna", picked)).toBe("<@adm_bbbbbbbb> und <@adm_aaaaaaaa>");
  expect(withIds("@Berta", picked)).toBe("@Berta");
});
