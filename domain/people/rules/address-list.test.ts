import { expect, it } from "vitest";
import { peopleIn } from "./address-list";

const read = (text: string) => {
  const { people, unread } = peopleIn(text);
  return { people: people.map(({ email, name }) => [email, name]), unread: unread.map((one) => one.text) };
};

it.each([
  ["Ada Beispiel;ada@example.org", "ada@example.org", "Ada Beispiel"],
  ["ada@example.org;Ada", "ada@example.org", "Ada"],
  ["ADA@example.org (Ada)", "ada@example.org", "Ada"],
  ['"Beispiel, Ada" <ada@example.org>', "ada@example.org", "Beispiel Ada"],
  ['"Ada","ada@example.org"', "ada@example.org", "Ada"],
  ['"Beispiel, Ada <ada@example.org>"', "ada@example.org", "Beispiel Ada"],
  ["\tada@example.org\t", "ada@example.org", ""],
  ["'ada@example.org' <ada@example.org>", "ada@example.org", ""],
  ["ada@example.org<mailto:Ada@example.org>", "ada@example.org", ""],
  ["o'neil@example.org", "o'neil@example.org", ""],
  ["Ada @ Werk;ada@example.org", "ada@example.org", "Ada @ Werk"],
  ['"Ada @ Werk" <ada@example.org>', "ada@example.org", "Ada @ Werk"],
])("one person in %j", (line, email, name) => {
  expect(read(line)).toEqual({ people: [[email, name]], unread: [] });
});

it.each([
  ["a@b.example,c@d.example; e@f.example", ["a@b.example", "c@d.example", "e@f.example"], ["", "", ""]],
  ["a@b.example c@d.example", ["a@b.example", "c@d.example"], ["", ""]],
  ['"a@b.example, c@d.example"', ["a@b.example", "c@d.example"], ["", ""]],
  ['"Ada, Dr." <a@b.example>, Kai <c@d.example>', ["a@b.example", "c@d.example"], ["Ada Dr.", "Kai"]],
  [
    "Bei, Ada <a@b.example>; Muster, Kai <c@d.example>",
    ["a@b.example", "c@d.example"],
    ["Bei Ada", "Muster Kai"],
  ],
  ["Ada;a@b.example;Kai;c@d.example", ["a@b.example", "c@d.example"], ["", ""]],
])("everybody in %j", (line, emails, names) => {
  expect(read(line)).toEqual({ people: emails.map((email, at) => [email, names[at]]), unread: [] });
});

it.each([
  "ada@",
  "@example.org",
  "ada @ example.org",
  "Ada Beispiel",
  '"a@evil.example"@v.example',
  '"a@evil.example"@v.example;Ada',
  'x"a@evil.example',
  '"a@evil.example" <c@d.example>',
  "a@evil.example <c@d.example>",
  '"Ada, a@evil.example" <c@d.example>',
])("nobody in %j, and says so", (line) => {
  expect(read(line)).toEqual({ people: [], unread: [line] });
});

it.each([
  ["ada@ ben@example.org", ["ben@example.org"], ["ada@"]],
  ["Ada;ada@example.org;@ada", ["ada@example.org"], ["@ada"]],
  ["ada@example.org, Kai <kai@>, ole@example.org", ["ada@example.org", "ole@example.org"], ["Kai <kai@>"]],
])("beside people what is none in %j", (line, emails, unread) => {
  const found = read(line);
  expect(found.people.map(([email]) => email)).toEqual(emails);
  expect(found.unread.map((text) => text.trim())).toEqual(unread);
});

it("counts an address once, and tells what tries to be an address from what is a heading", () => {
  expect(peopleIn("Name;E-Mail\nAda;ada@example.org\r\n\nAda B.;Ada@example.org\nkai@@example.org")).toEqual({
    people: [{ email: "ada@example.org", name: "Ada" }],
    unread: [
      { text: "Name;E-Mail", isAddress: false },
      { text: "kai@@example.org", isAddress: true },
    ],
  });
});

it("reads a line of a table, and none that is longer than any table has", () => {
  const address = ";ada@example.org";
  const line = (length: number) => "a".repeat(length - address.length) + address;
  expect(read(line(2_000)).people).toMatchObject([["ada@example.org", "a".repeat(120)]]);
  expect(read(line(2_001))).toEqual({ people: [], unread: ["a".repeat(80)] });
});

it("reads a line of many addresses, however long it is", () => {
  const emails = Array.from({ length: 500 }, (_, n) => `p${n}@example.org`);
  expect(read(emails.join(", "))).toEqual({ people: emails.map((email) => [email, ""]), unread: [] });
});

it("reads the longest text that may be pasted, however it is made, before somebody tires of waiting", () => {
  const most = 200_000;
  for (const text of ["a", "@", '"', "<", "<a@", '"a@', "a@b ", '"@" ', "'@", ",@a"].map((part) =>
    part.repeat(most / part.length),
  ))
    expect(peopleIn(text).people).toEqual([]);
});
