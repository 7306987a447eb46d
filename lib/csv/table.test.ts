import { describe, expect, it } from "vitest";
import type { CsvFormat } from "./formats";
import { type Cell, csvParts, defused, undefused } from "./table";

const written = (format: CsvFormat, rows: readonly (readonly Cell[])[], head = ["Name"]) =>
  [...csvParts({ format, head, rows, cells: (row) => row })].join("");

describe("defused", () => {
  it.each([
    ...["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\t", "  =1+1", "\u00a0=1+1"],
    ...["＝1+1", "＋1", "－1", "＠SUM", "=cmd|'/c'!a1@example.org", '=HYPERLINK("https://example.org")'],
  ])("S50: makes text of %j", (text) => {
    expect(defused(text)).toBe(`'${text}`);
  });

  it.each(["Änne Groß-Östermann", "ada.b-c+liste@example.org", "3 = 2 + 1", "'=1+1", "#1", "", "O’Brien"])(
    "leaves %j as it is",
    (text) => {
      expect(defused(text)).toBe(text);
    },
  );
});

describe("undefused", () => {
  it.each(["=1+1", "-1", "＋1", "  =1+1", "Ada", "", "'n Abend"])("gives %j back", (text) => {
    expect(undefused(defused(text))).toBe(text);
  });
});

describe("a table as CSV", () => {
  it("follows RFC 4180: commas, CRLF, doubled quotes, no byte order mark", () => {
    const rows = [["Jürgen „Jo“ Weiß", 'GmbH "Süd", Köln; Bonn', 3, null, "", "zwei\nZeilen"]];
    expect(written("rfc4180", rows, ["Name", "Größe"])).toBe(
      '"Name","Größe"\r\n"Jürgen „Jo“ Weiß","GmbH ""Süd"", Köln; Bonn",3,,"","zwei\nZeilen"\r\n',
    );
  });

  it("opens in a German Excel: byte order mark once, semicolons, CRLF", () => {
    const text = written(
      "excel",
      [
        ["Ärztin", 'a;b "c"', 12],
        ["Özil", "x, y", 0],
      ],
      ["Name", "Ort", "Platz"],
    );
    expect(text).toBe('\ufeff"Name";"Ort";"Platz"\r\n"Ärztin";"a;b ""c""";12\r\n"Özil";"x, y";0\r\n');
    expect([...new TextEncoder().encode(text).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each([
    ["rfc4180", ","],
    ["excel", ";"],
  ] as const)(
    "S50: every text of a %s file is quoted, so that no separator starts a formula in it",
    (format, separator) => {
      const hostile = [
        "=1+1",
        "+1",
        "-1",
        "@SUM",
        "\t=2",
        "\r=2",
        'a";=1+1',
        "a,=1+1",
        "a;=1+1",
        "a\r\n=1+1",
      ];
      const cells = [
        ...[`"'=1+1"`, `"'+1"`, `"'-1"`, `"'@SUM"`, `"'\t=2"`, `"'\r=2"`],
        ...['"a"";=1+1"', '"a,=1+1"', '"a;=1+1"', '"a\r\n=1+1"'],
      ];
      const mark = format === "excel" ? "\ufeff" : "";
      expect(written(format, [hostile])).toBe(`${mark}"Name"\r\n${cells.join(separator)}\r\n`);
    },
  );

  it("writes 10,000 rows in parts, each row once and in order", () => {
    const rows = Array.from({ length: 10_000 }, (_, nth) => nth);
    const parts = [...csvParts({ format: "rfc4180", head: ["Nr."], rows, cells: (nth) => [nth] })];
    expect(parts.length).toBe(21);
    const lines = parts.join("").split("\r\n");
    expect(lines.slice(1, -1).map(Number)).toEqual(rows);
    expect(lines.at(-1)).toBe("");
  });
});
