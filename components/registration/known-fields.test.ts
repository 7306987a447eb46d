import { expect, it } from "vitest";
import { knownFields, knownIn } from "./known-fields";

const known = { name: "Nele Beispiel", email: "nele@example.org", organisation: "Beispielwerk" };
const fields = { name: ["Nele Beispiel"], email: ["nele@example.org"], organisation: ["Beispielwerk"] };

it("goes into a form that is empty, or is about the same address", () => {
  expect(knownFields(known, {})).toEqual(fields);
  expect(knownFields(known, { email: [""] })).toEqual(fields);
  expect(knownFields(known, { email: [" Nele@Example.org"] })).toEqual(fields);
});

it("stays out of a form that is filled in for somebody else", () => {
  expect(knownFields(known, { email: ["kollege@example.org"] })).toEqual({});
});

it("is read from the answer alone that says all of it", () => {
  expect(knownIn({ known })).toEqual(known);
  for (const body of [{ known: null }, { known: { ...known, email: 1 } }, {}, null, "known"])
    expect(knownIn(body)).toBeUndefined();
});
