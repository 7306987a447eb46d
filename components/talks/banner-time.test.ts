import { expect, test } from "vitest";
import { bannerClock, isNotified, isShown, POLL_MS, untilNextPoll } from "./banner-time";

const next = { startsAt: "2026-11-12T10:00:00Z", endsAt: "2026-11-12T10:20:00Z" };
const at = (clock: string) => Date.parse(`2026-11-12T${clock}Z`);

test.each([
  ["09:44:59", false],
  ["09:45:00", true],
  ["10:19:59", true],
  ["10:20:00", false],
])("at %s the banner is shown: %s", (clock, shown) => {
  expect(isShown(next, at(clock))).toBe(shown);
});

test.each([
  ["09:49:59", false],
  ["09:50:00", true],
  ["10:19:59", true],
  ["10:20:00", false],
])("at %s the browser itself says so: %s", (clock, said) => {
  expect(isNotified(next, at(clock))).toBe(said);
});

test.each([
  ["09:00:00", POLL_MS],
  ["09:57:50", 10_000],
  ["09:59:45", 15_000],
  ["10:19:58", 2_000],
])("asks again at the moment something changes: at %s after %d ms", (clock, wait) => {
  expect(untilNextPoll(next, at(clock))).toBe(wait);
});

const start = { at: new Date("2026-11-12T07:45:00Z"), zone: "Europe/Berlin" };

test.each([
  ["de", "Europe/Berlin", "08:45 Uhr MEZ"],
  ["de", "Europe/Paris", "08:45 Uhr MEZ"],
  ["de", "UTC", "08:45 Uhr MEZ (07:45 UTC)"],
  ["en", "UTC", "08:45 CET (07:45 UTC)"],
] as const)("says the clock of the event's pages first: %s in %s: %s", (locale, ownZone, said) => {
  expect(bannerClock({ ...start, locale, ownZone })).toBe(said);
});

test.each([
  ["Europe/Berlin", "Etc/Unknown", "08:45 Uhr MEZ"],
  ["Mars/Olympus", "Europe/Berlin", "08:45 Uhr MEZ"],
  ["Mars/Olympus", "Etc/Unknown", "07:45 Uhr UTC"],
])("says a clock it knows when a zone is none: %s read in %s: %s", (zone, ownZone, said) => {
  expect(bannerClock({ ...start, zone, locale: "de", ownZone })).toBe(said);
});

test("asks every 30 s while there is no talk", () => {
  expect(untilNextPoll(null, at("09:00:00"))).toBe(POLL_MS);
});
