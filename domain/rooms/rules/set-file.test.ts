import { expect, test } from "vitest";
import { readSetFile } from "./set-file";

test.each([
  ["semicolons and a head", "Raum;Name\n1;Ada\n2;Ben"],
  ["commas, no head, empty lines", "1,Ada\n\n2,Ben\n"],
  ["tabs", "1\tAda\n2\tBen"],
])("reads rooms and their people: %s", (_what, text) => {
  expect(readSetFile(text)).toMatchObject({
    ok: true,
    wanted: [
      { room: "1", who: "Ada" },
      { room: "2", who: "Ben" },
    ],
  });
});

test("a line counts as a spreadsheet counts it; one without a room or a name says nothing", () => {
  const file = readSetFile("Raum;Name\n1;\n;Ada\n1;Ben");
  expect(file).toEqual({ ok: true, wanted: [{ line: 4, room: "1", who: "Ben" }] });
});

test.each([
  ["nothing in it", "Raum;Name"],
  ["more rooms than there can be", Array.from({ length: 101 }, (_, at) => `${at};P${at}`).join("\n")],
])("refuses a file with %s", (_what, text) => {
  expect(readSetFile(text)).toMatchObject({ ok: false });
});

test("what a cell hides stays out: line breaks, marks that reorder, and what we ourselves put before formulas", () => {
  const text = `"Ra\num\u202e 1";A\u00adda\n'=2+3;'+Ben\n${"x".repeat(500)};Cem`;
  expect(readSetFile(text)).toMatchObject({
    wanted: [
      { room: "Ra um 1", who: "Ada" },
      { room: "=2+3", who: "+Ben" },
      { room: "x".repeat(80), who: "Cem" },
    ],
  });
});
