import { expect, it } from "vitest";
import { keptSince } from "./rules";

it("keeps signals a day, answers two, receipts and facts thirty", () => {
  const now = new Date("2027-03-31T12:00:00Z");
  expect(keptSince("signals", now)).toEqual(new Date("2027-03-30T12:00:00Z"));
  expect(keptSince("answers", now)).toEqual(new Date("2027-03-29T12:00:00Z"));
  expect(keptSince("receipts", now)).toEqual(new Date("2027-03-01T12:00:00Z"));
  expect(keptSince("facts", now)).toEqual(new Date("2027-03-01T12:00:00Z"));
});
