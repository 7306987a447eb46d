import { expect, it } from "vitest";
import { type Kept, keptDays, keptSince } from "./retention";

it("counts whole days of 24 hours back from now, also across a clock change", () => {
  const now = new Date("2027-03-31T12:00:00Z");
  expect(keptSince("signals", now)).toEqual(new Date("2027-03-30T12:00:00Z"));
  expect(keptSince("answers", now)).toEqual(new Date("2027-03-29T12:00:00Z"));
  expect(keptSince("chat", now)).toEqual(new Date("2027-03-01T12:00:00Z"));
  expect(keptSince("registrations", now)).toEqual(new Date("2026-10-02T12:00:00Z"));
});

it("keeps what others are made of at least as long as those", () => {
  // Minutes are summed up from stays, and a registration goes only when nothing of its holder's presence is left.
  const order: Kept[] = ["attendance", "presence", "registrations"];
  const days = order.map((what) => keptDays[what]);
  expect(days).toEqual([...days].sort((a, b) => a - b));
});
