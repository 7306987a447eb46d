import { describe, expect, it } from "vitest";
import { eventFilter, eventQuery } from "./event-filter";

describe("calendar filters", () => {
  it("drop what they do not know instead of failing (S52)", () => {
    const hostile = { topic: ["<script>"], kind: "party", q: 7, when: "now", page: "-1;--", __proto__: "x" };
    expect(eventFilter.parse(hostile)).toMatchObject({ topic: [], kind: [], q: "", when: "ahead", page: 1 });
    for (const page of ["0", "1e9", "NaN", "2.5", "(select 1)"])
      expect(eventFilter.parse({ page }).page).toBe(1);
  });

  it("S53: look for what is typed as it is, and not at all for ten kilobytes of it", () => {
    for (const q of ["%", "_", "\\", "'", '"', "%_\\'\""]) expect(eventFilter.parse({ q }).q).toBe(q);
    expect(eventFilter.parse({ q: "x".repeat(10_240) }).q.length).toBeLessThanOrEqual(100);
  });

  it("stay in the address from page to page", () => {
    const query = "?q=W%C3%A4rme&topic=energiewende&topic=sensorik&kind=webinar&network=netz&page=3";
    const filter = eventFilter.parse({
      ...{ q: "Wärme", topic: ["energiewende", "sensorik"], kind: "webinar", network: "netz" },
    });
    expect(eventQuery(filter, 3)).toBe(query);
    const past = {
      ...filter,
      q: "",
      topic: [],
      kind: [],
      network: "",
      series: "woche",
      when: "past" as const,
    };
    expect(eventQuery(past, 1)).toBe("?series=woche&when=past");
    expect(eventQuery(eventFilter.parse({ page: "7" }), 1)).toBe("");
  });
});
