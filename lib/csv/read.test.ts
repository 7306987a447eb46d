import { describe, expect, it } from "vitest";
import { decoded, delimiterOf, readTable } from "./read";
import { csvParts } from "./table";

const bytes = (...values: number[]) => new Uint8Array(values);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

describe("the text of a file", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode("Müller"), "Müller", "utf-8"],
    ["UTF-8 with its mark", new TextEncoder().encode("\ufeffMüller"), "Müller", "utf-8"],
    ["Windows-1252", bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80), "Müller €", "windows-1252"],
    ["what Excel calls Unicode text", utf16("Müller\tKöln"), "Müller\tKöln", "utf-16le"],
    ["nothing", bytes(), "", "utf-8"],
  ] as const)("%s", (_, file, text, encoding) => {
    expect(decoded(file)).toEqual({ text, encoding });
  });

  it("is none of a workbook, which is a zip archive", () => {
    expect(decoded(bytes(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00))).toBeUndefined();
  });
});

describe("the separator", () => {
  it.each([
    ["Name;E-Mail\nAda;ada@example.org", ";"],
    ["Name,E-Mail\nAda,ada@example.org", ","],
    ["Name\tE-Mail\nAda\tada@example.org", "\t"],
    ["Name|E-Mail\nAda|ada@example.org", "|"],
    // A comma in every cell, but another number of them in each row.
    ["Name;Firma\nBeispiel, Ada;Musterwerk\nTest, Ben;Eins, zwei, drei", ";"],
    ['"Name; Titel","E-Mail"\n"Ada; Dr.","ada@example.org"', ","],
    ["ada@example.org\nben@example.org", ";"],
    ["", ";"],
  ])("of %j is %j", (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it("is found where the twentieth line is in the middle of a cell", () => {
    const lines = Array.from({ length: 19 }, (_, nth) => `P${nth},p${nth}@example.org`);
    expect(delimiterOf([...lines, '"eine\nzweite",x@example.org'].join("\n"))).toBe(",");
  });
});

describe("a table", () => {
  it("has the cells that RFC 4180 says, and those that people write", () => {
    const text =
      '\ufeffName;Ort\r\n"Weiß; ""Jo""";"zwei\nZeilen"\r\n  Ada  ;\r\nBen "der Erste" Test;Köln;zu viel\r\n\r\n';
    expect(readTable(text, ";")).toEqual({
      ok: true,
      rows: [
        ["Name", "Ort"],
        ['Weiß; "Jo"', "zwei\nZeilen"],
        ["Ada", ""],
        ['Ben "der Erste" Test', "Köln", "zu viel"],
        [""],
      ],
    });
  });

  it("that can't be read says from where on", () => {
    expect(readTable('Name;Ort\nAda;"Köln\nBen;Bonn\n', ";")).toMatchObject({ ok: false });
  });

  it("that we wrote ourselves comes back as it was, but for the mark of a formula", () => {
    const rows = [["Änne; Groß", 'sagt "ja"', "a\r\nb"]];
    const file = [...csvParts({ format: "excel", head: ["A", "B", "C"], rows, cells: (row) => row })].join(
      "",
    );
    expect(readTable(file, ";")).toEqual({ ok: true, rows: [["A", "B", "C"], ...rows] });
  });
});
