import { expect, it } from "vitest";
import { invitedIn } from "./invited-list";

it.each([
  ["Ada Beispiel;ada@example.org", "ada@example.org", "Ada Beispiel"],
  ["ada@example.org;Ada", "ada@example.org", "Ada"],
  ['"Beispiel, Ada" <ada@example.org>', "ada@example.org", "Beispiel Ada"],
  ["\tada@example.org\t", "ada@example.org", ""],
  ["Ada @ Werk;ada@example.org", "ada@example.org", "Ada @ Werk"],
])("reads %j", (line, email, name) => {
  expect(invitedIn(line)).toEqual({ people: [{ email, name }], refused: [] });
});

it.each(["ada@", "@example.org", "Ada Beispiel", "ada@ ben@example.org"])("refuses %j", (line) => {
  expect(invitedIn(line)).toEqual({ people: [], refused: [line] });
});

it("reads a line of a table, and none that is longer than any table has", () => {
  const address = ";ada@example.org";
  const line = (length: number) => "a".repeat(length - address.length) + address;
  expect(invitedIn(line(500)).people).toMatchObject([{ email: "ada@example.org" }]);
  expect(invitedIn(line(501))).toEqual({ people: [], refused: ["a".repeat(80)] });
});

it("refuses the longest text that may be pasted, however it is made, before it looks for an address", () => {
  const most = 200_000;
  for (const text of ["a".repeat(most), "@".repeat(most), `${"a".repeat(most)}@`]) {
    const { people, refused } = invitedIn(text);
    expect(people).toEqual([]);
    expect(refused).toEqual([text.slice(0, 80)]);
  }
});
