import { describe, expect, it } from "vitest";
import { hindranceOf, proposed, unmarked } from "./free-times";

const at = (clock: string) => new Date(`2027-03-10T${clock}:00Z`);
const span = (start: string, end: string) => ({ startsAt: at(start), endsAt: at(end) });
const slot = span("10:00", "10:20");

describe("what keeps somebody from a slot", () => {
  it("is nothing where nothing overlaps; an end at its start does not", () => {
    const before = [span("09:00", "10:00")];
    const after = [span("10:20", "11:00")];
    expect(hindranceOf(slot, { ...unmarked, talks: before, calendar: after })).toBeUndefined();
  });

  it.each(["talks", "blocked", "elsewhere", "calendar"] as const)("%s", (kind) => {
    expect(hindranceOf(slot, { ...unmarked, [kind]: [span("10:19", "10:30")] })).toBe(kind);
  });

  it("is never a wish", () => {
    expect(hindranceOf(slot, { ...unmarked, preferred: [slot] })).toBeUndefined();
  });

  it("is told by what can be changed first", () => {
    expect(hindranceOf(slot, { ...unmarked, calendar: [slot], blocked: [slot] })).toBe("blocked");
  });
});

describe("what is proposed", () => {
  const day = [
    span("10:00", "10:20"),
    span("10:20", "10:40"),
    span("10:40", "11:00"),
    span("11:00", "11:20"),
  ];
  const starts = (slots: readonly { startsAt: Date }[]) =>
    slots.map(({ startsAt }) => startsAt.toISOString().slice(11, 16));

  it("are the earliest slots that all have free", () => {
    const ben = { ...unmarked, calendar: [span("10:30", "10:35")] };
    expect(starts(proposed(day, [unmarked, ben], 2))).toEqual(["10:00", "10:40"]);
  });

  it("has what is liked best before what is earlier, told in the order of the day", () => {
    const anna = { ...unmarked, preferred: [span("11:00", "11:20")] };
    expect(starts(proposed(day, [anna, unmarked], 2))).toEqual(["10:00", "11:00"]);
  });
});
