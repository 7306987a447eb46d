import { describe, expect, it } from "vitest";
import { guessColumns, hasHead } from "./import-columns";

const none = {
  email: null,
  name: null,
  firstName: null,
  lastName: null,
  organisation: null,
  tags: null,
  language: null,
  attendance: null,
};

describe("what the columns of a file are about", () => {
  it.each([
    [["Name", "E-Mail"], { name: 0, email: 1 }],
    [
      ["E-Mail-Adresse", "Vorname", "Nachname", "Firma"],
      { email: 0, firstName: 1, lastName: 2, organisation: 3 },
    ],
    [["Vorname", "Name", "e-mail"], { firstName: 0, lastName: 1, email: 2 }],
    [["Full name", "Company", "Email address"], { name: 0, organisation: 1, email: 2 }],
    [["Etiketten", "Sprache", "Mail"], { tags: 0, language: 1, email: 2 }],
    [["Mail", "Teilnahme"], { email: 0, attendance: 1 }],
    [["Email", "On site / online"], { email: 0, attendance: 1 }],
    [["Nr.", "Telefon"], {}],
  ])("by their heads %j", (head, expected) => {
    expect(guessColumns([head])).toEqual({ ...none, ...expected });
  });

  it("of addresses also by what stands in it, under any head and under none", () => {
    const people = [
      ["1", "Ada", "ada@example.org"],
      ["2", "Ben", "ben@example.org"],
      ["3", "Cem", ""],
    ];
    expect(guessColumns([["Nr.", "Name", "Kontakt"], ...people])).toEqual({ ...none, name: 1, email: 2 });
    expect(hasHead(people)).toBe(false);
    expect(guessColumns(people)).toEqual({ ...none, email: 2 });
  });

  it("is nothing of an empty file", () => {
    expect(guessColumns([])).toEqual(none);
  });
});
