import { describe, expect, it } from "vitest";
import { normalised, searchWords } from "@/lib/plain-words";
import { builtIn } from "./labels";
import { builtInRows, digestWeek, mayBecome, mergeRefusal, tagIdFor, taxonomyOf, validUntil } from "./rules";

describe("words as they are compared", () => {
  it.each([
    ["Spritzguss-Simulation", "spritzgusssimulation"],
    ["Größe „ÖPNV“", "groesse oepnv"],
    ["Café\u0301  3D-Druck", "cafe 3ddruck"],
    ["%_\\' OR 1=1", "or 1 1"],
    ["‮\u0000", ""],
  ])("%s", (text, plain) => expect(normalised(text)).toBe(plain));

  it("are eight at most", () => expect(searchWords("a ".repeat(50))).toHaveLength(8));
});

describe("what an alliance begins with", () => {
  const rows = builtInRows();
  it("is about ten fields of eight to twelve tags, each with its own id and names", () => {
    expect(builtIn).toHaveLength(10);
    for (const { tags } of builtIn) {
      expect(tags.length).toBeGreaterThanOrEqual(8);
      expect(tags.length).toBeLessThanOrEqual(12);
    }
    const unique = (of: (row: (typeof rows)[number]) => string) => new Set(rows.map(of)).size;
    expect([unique(({ tag }) => tag), unique(({ labelDe }) => labelDe.toLowerCase())]).toEqual([
      rows.length,
      rows.length,
    ]);
  });

  it("is found by names and synonyms of both languages, and by parts of a word", () => {
    const { matching } = taxonomyOf(rows);
    expect(matching("Spritzguss")).toEqual(["spritzguss-simulation", "spritzguss"]);
    expect(matching("injection mould")).toEqual(["spritzguss-simulation", "spritzguss"]);
    expect(matching("Cobot")).toEqual(["robotik"]);
    expect(matching("oekobilanz")).toEqual(["oekobilanz"]);
    expect(matching("  ")).toEqual([]);
  });
});

describe("merged tags", () => {
  const merged = (pairs: Record<string, string>) =>
    builtInRows().map((row) => ({ ...row, mergedInto: pairs[row.tag] ?? null }));

  it("mean the last they were merged into, and a circle ends", () => {
    const chain = taxonomyOf(merged({ robotik: "kleinserie", kleinserie: "zerspanung" }));
    expect(chain.resolve("robotik")).toBe("zerspanung");
    expect(chain.family("zerspanung").sort()).toEqual(["kleinserie", "robotik", "zerspanung"]);
    expect(() =>
      taxonomyOf(merged({ robotik: "kleinserie", kleinserie: "robotik" })).resolve("robotik"),
    ).not.toThrow();
  });

  it("go into what is there, another, and not narrower", () => {
    const rows = builtInRows();
    expect(mergeRefusal(rows, "robotik", "kleinserie")).toBeUndefined();
    expect(mergeRefusal(rows, "robotik", "robotik")).toBe("same_tag");
    expect(mergeRefusal(rows, "robotik", "weg")).toBe("unknown_tag");
    const narrow = rows.map((row) => (row.tag === "kleinserie" ? { ...row, eventId: "evt_1" } : row));
    expect(mergeRefusal(narrow, "robotik", "kleinserie")).toBe("other_event");
  });
});

it("makes ids of names, another one where it is taken", () => {
  expect(tagIdFor("Öl & Gas", new Set())).toBe("oel-gas");
  expect(tagIdFor("Öl & Gas", new Set(["oel-gas", "oel-gas-2"]))).toBe("oel-gas-3");
  expect(tagIdFor("§§§", new Set())).toBe("thema");
});

it("lets an entry go from open to talks to solved, and back to open", () => {
  expect(mayBecome("open", "solved")).toBe(true);
  expect(mayBecome("solved", "in_talks")).toBe(false);
  expect(mayBecome("solved", "open")).toBe(true);
});

it("ends an entry with a day that lies ahead, within a year", () => {
  const now = new Date("2026-11-30T10:00:00Z");
  expect(validUntil("2026-11-29", now)).toBeUndefined();
  expect(validUntil("2026-11-30", now)).toEqual(new Date("2026-11-30T22:59:59Z"));
  expect(validUntil("2028-01-01", now)).toBeUndefined();
});

it("writes digests on Mondays from six o'clock UTC", () => {
  expect(digestWeek(new Date("2026-11-30T05:59:00Z"))).toBeUndefined();
  expect(digestWeek(new Date("2026-11-30T06:00:00Z"))).toBe("2026-11-30");
  expect(digestWeek(new Date("2026-12-01T06:00:00Z"))).toBeUndefined();
});
