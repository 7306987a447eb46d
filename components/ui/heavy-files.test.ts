import { describe, expect, it } from "vitest";
import { type Chosen, heavyFiles } from "./heavy-files";

const MB = 1024 * 1024;
const says = { file: "{name}: {size} > {most}", whole: "{sum} > {most}, {name}: {size} {other}" };
const file = (name: string, megabytes: number, more: Partial<Chosen> = {}): Chosen => ({
  ...{ field: "q.a", name, bytes: megabytes * MB, most: 10 * MB },
  ...more,
});
const found = (chosen: Chosen[], locale: "de" | "en" = "de") =>
  heavyFiles(chosen, { most: 20 * MB, says, locale }).map(({ field, text }) => `${field} ${text}`);

describe("heavyFiles", () => {
  it("finds nothing in files that fit, to the last byte", () => {
    expect(found([])).toEqual([]);
    expect(found([file("a", 10), file("b", 10)])).toEqual([]);
  });

  it("names the first file of each field that is too large for it", () => {
    const chosen = [
      file("a", 2),
      file("b", 11),
      file("c", 12),
      file("d", 3.25, { field: "q.b", most: 3 * MB }),
    ];
    expect(found(chosen)).toEqual(["q.a b: 11 > 10", "q.b d: 3,3 > 3"]);
    expect(found(chosen, "en")[1]).toBe("q.b d: 3.3 > 3");
  });

  it("names the largest of files that are too much together, and leaves alone what it has no word for", () => {
    const chosen = [file("a", 7), file("b", 8, { field: "q.b" }), file("c", 6)];
    expect(found(chosen)).toEqual(["q.b 21 > 20, b: 8 {other}"]);
  });

  it("names the field that a file was chosen in", () => {
    expect(found([file("a", 11, { label: "Lebenslauf" })])).toEqual(["q.a Lebenslauf: a: 11 > 10"]);
    const together = [file("a", 9, { label: "Was?" }), file("b", 8), file("c", 7)];
    expect(found(together)).toEqual(["q.a Was? 24 > 20, a: 9 {other}"]);
  });

  it("never says that a file is as large as it may be", () => {
    expect(found([file("a", 10, { bytes: 10 * MB + 1 })])).toEqual(["q.a a: 10,1 > 10"]);
  });
});
