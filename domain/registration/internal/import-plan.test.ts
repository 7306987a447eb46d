import { describe, expect, it } from "vitest";
import type { SeatColumns } from "../rules";
import type { ImportColumns } from "../schema/import";
import { countsOf, type Known, planImport, readPeople } from "./import-plan";

const columns: ImportColumns = {
  email: 0,
  name: 1,
  firstName: null,
  lastName: null,
  organisation: 2,
  tags: 3,
  language: 4,
  attendance: 5,
};
const head = ["E-Mail", "Name", "Firma", "Etiketten", "Sprache", "Teilnahme"];

const read = (...rows: string[][]) => readPeople([head, ...rows], columns);
const seats = (capacity: number | null, more: Partial<SeatColumns> = {}): SeatColumns => ({
  capacity,
  confirmed: 0,
  waiting: 0,
  offered: 0,
  waitlist: true,
  ...{ onsiteCapacity: null, onsiteConfirmed: 0, onsiteWaiting: 0, onsiteOffered: 0 },
  ...more,
});
const known = (values: Partial<Known>): Known => ({
  id: "reg_000000",
  email: "ada@example.org",
  name: "Ada",
  organisation: "Musterwerk",
  status: "confirmed",
  tags: ["VIP"],
  provenAt: null,
  ...values,
});
const outcomesOf = (rows: string[][], old: Known[] = [], plan = seats(null)) =>
  planImport(read(...rows), new Map(old.map((one) => [one.email, one])), plan).map(({ outcome }) => outcome);

describe("the rows of a file", () => {
  it("are numbered as a spreadsheet does, with empty ones counted and left out", () => {
    const rows = read(["ada@example.org", "Ada"], ["", "", ""], ["ben@example.org", "Ben"]);
    expect(rows.map(({ row, email }) => [row, email])).toEqual([
      [2, "ada@example.org"],
      [4, "ben@example.org"],
    ]);
  });

  it("are people as the form would have them", () => {
    expect(
      read([" ADA@Example.org ", "Ada\u200b  Beispiel", "Musterwerk", "VIP; Presse", "English"]),
    ).toEqual([
      {
        row: 2,
        email: "ada@example.org",
        person: {
          email: "ada@example.org",
          name: "Ada Beispiel",
          organisation: "Musterwerk",
          tags: ["VIP", "Presse"],
          locale: "en",
          attendance: "online",
        },
      },
    ]);
  });

  it("have their name in one column or in two, and lose the mark of a formula", () => {
    const two = { ...columns, name: null, firstName: 1, lastName: 2, organisation: null };
    const [row] = readPeople([head, ["ada@example.org", "'=Ada", "Beispiel"]], two);
    expect(row).toMatchObject({ person: { name: "=Ada Beispiel", organisation: "" } });
  });

  it("say what is wrong with them", () => {
    const long = "x".repeat(81);
    expect(read(["ada", ""], ["", "Ben"], ["cem@example.org", long, "", "y".repeat(41)])).toEqual([
      {
        row: 2,
        email: "ada",
        problems: [
          { field: "email", key: "email_without_at" },
          { field: "name", key: "name_required" },
        ],
      },
      { row: 3, email: "", problems: [{ field: "email", key: "email_required" }] },
      {
        row: 4,
        email: "cem@example.org",
        problems: [
          { field: "name", key: "too_long" },
          { field: "tags", key: "too_long" },
        ],
      },
    ]);
  });
});

describe("what becomes of a row", () => {
  it.each([
    ["seats first, then the waiting list", seats(2), ["confirmed", "confirmed", "waiting"]],
    [
      "a full event without a waiting list",
      seats(1, { waitlist: false }),
      ["confirmed", "event_full", "event_full"],
    ],
    ["nobody passes those who wait", seats(9, { waiting: 1 }), ["waiting", "waiting", "waiting"]],
    ["no limit", seats(null), ["confirmed", "confirmed", "confirmed"]],
  ])("%s", (_what, plan, expected) => {
    const rows = ["a", "b", "c"].map((name) => [`${name}@example.org`, name]);
    expect(outcomesOf(rows, [], plan)).toEqual(expected);
  });

  it.each([
    ["vor Ort", "onsite"],
    ["In Präsenz", "onsite"],
    ["On-site", "onsite"],
    ["", "online"],
    ["Online", "online"],
    ["virtuell", "online"],
  ])("%s means %s", (said, attendance) => {
    expect(read(["ada@example.org", "Ada", "", "", "", said])).toMatchObject([{ person: { attendance } }]);
  });

  it("what nobody understands about coming on site is asked about, and guessed as nothing", () => {
    expect(read(["ada@example.org", "Ada", "", "", "", "vielleicht"])).toMatchObject([
      { problems: [{ field: "attendance", key: "unknown_choice" }] },
    ]);
  });

  it("takes seats of its kind, and none on site where there are none", () => {
    const rows = ["a", "b", "c"].map((name) => [`${name}@example.org`, name, "", "", "", "vor Ort"]);
    const online = ["d@example.org", "d"];
    const hybrid = seats(1, { onsiteCapacity: 2 });
    expect(outcomesOf([...rows, online], [], hybrid)).toEqual([
      ...["confirmed", "confirmed", "waiting"],
      "confirmed",
    ]);
    expect(outcomesOf([...rows.slice(0, 1), online], [], seats(1))).toEqual(["no_onsite_seats", "confirmed"]);
  });

  it("the second row of an address is left out, whatever its letters", () => {
    expect(
      outcomesOf([
        ["ada@example.org", "Ada"],
        ["ADA@example.org", "Ada B."],
      ]),
    ).toEqual(["confirmed", "twice"]);
  });

  it.each([
    ["the same again", ["ada@example.org", "Ada", "Musterwerk", "VIP"], {}, "unchanged"],
    ["less than is known", ["ada@example.org", "Ada"], {}, "unchanged"],
    ["another name", ["ada@example.org", "Ada Beispiel"], {}, "changed"],
    ["another word of the office", ["ada@example.org", "Ada", "", "Presse"], {}, "changed"],
    [
      "another name than the person's own",
      ["ada@example.org", "Adda"],
      { provenAt: new Date() },
      "unchanged",
    ],
    [
      "somebody who gave the seat back",
      ["ada@example.org", "Ada"],
      { status: "cancelled" },
      "cancelled_before",
    ],
    ["somebody who was declined", ["ada@example.org", "Ada"], { status: "declined" }, "cancelled_before"],
    ["somebody who has asked", ["ada@example.org", "Ada"], { status: "pending" }, "unchanged"],
  ] as const)("of somebody known: %s", (_what, row, values, expected) => {
    expect(outcomesOf([[...row]], [known(values)])).toEqual([expected]);
  });

  it("a known one takes no seat, and words are added to those that are there", () => {
    const rows = read(["ada@example.org", "Ada", "", "Presse, VIP"], ["ben@example.org", "Ben"]);
    const planned = planImport(rows, new Map([["ada@example.org", known({})]]), seats(1));
    expect(planned).toMatchObject([
      { outcome: "changed", change: { tags: ["VIP", "Presse"], organisation: "Musterwerk" } },
      { outcome: "confirmed" },
    ]);
    expect(countsOf(planned)).toMatchObject({ changed: 1, confirmed: 1, waiting: 0, invalid: 0 });
  });
});
