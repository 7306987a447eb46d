import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collectedFile, collectedPath, collection, hasCollection } from "../testing/collection";
import { EVENT_OCCURRENCES } from "./limits";
import { type CalendarReading, readCalendar } from "./read-calendar";

const files = collection();
const EVER = { from: Date.parse("1900-01-01T00:00:00Z"), to: Date.parse("2200-01-01T00:00:00Z") };
const ASKED = { zone: "Europe/Berlin", tentativeBlocks: true };

const periodOf = (window: { from: string; to: string } | undefined) =>
  window ? { from: Date.parse(`${window.from}T00:00:00Z`), to: Date.parse(`${window.to}T00:00:00Z`) } : EVER;

function readFor({ name, window }: (typeof files)[number]): CalendarReading {
  return readCalendar(collectedFile(name), { ...ASKED, period: periodOf(window) });
}
const iso = (ms: number) => new Date(ms).toISOString();
/** Every start and every end of what was read. */
const momentsOf = (reading: CalendarReading) =>
  reading.ok
    ? [...reading.occurrences, ...reading.listed].flatMap(({ startsAt, endsAt }) => [
        iso(startsAt),
        iso(endsAt),
      ])
    : [];

describe.skipIf(!hasCollection)("the collected calendars, each with the outcome of its index", () => {
  it("are all in it", () => {
    const there = readdirSync(collectedPath("")).filter((name) => name.endsWith(".ics"));
    expect(files.map(({ name }) => name).sort()).toEqual(there.sort());
    expect(there).toHaveLength(85);
  });

  it.each(files.filter(({ outcome }) => outcome === "reject").map(({ name }) => name))(
    "%s is refused whole",
    (name) => {
      expect(readCalendar(collectedFile(name), { ...ASKED, period: EVER }).ok).toBe(false);
    },
  );

  it.each(files.filter(({ outcome }) => outcome !== "reject").map((file) => [file.name, file] as const))(
    "%s",
    (name, file) => {
      const reading = readFor(file);
      if (!reading.ok) throw new Error(`refused: ${reading.reason}`);
      expect(reading.events, "events").toBe(file.events);
      if (file.counts.length > 0) expect(file.counts).toContain(reading.occurrences.length);
      for (const moment of file.moments) expect(momentsOf(reading), name).toContain(moment);
      if (file.outcome === "partial") expect(reading.problems, "told of what is wrong").not.toEqual([]);
      for (const { startsAt, endsAt } of reading.busy) expect(endsAt).toBeGreaterThan(startsAt);
    },
  );

  it.each([
    ["rie__issue_18_cancel_status.ics", "a cancelled occurrence is none", 2],
    ["nodeical__tentative-apple-calendar.ics", "all but what is cancelled", 3],
    // The index calls it transparent; the file itself says OPAQUE.
    ["nodeical__date_only_until_birthday.ics", "opaque, as it says itself", 3],
    ["nodeical__germany_at_end_of_day_repeating.ics", "transparent", 0],
    ["rie__issue_201_mixed_datetime_and_date.ics", "transparent", 0],
    ["rie__zero_size_event.ics", "of no length", 0],
    ["synth__method_cancel.ics", "a cancellation", 0],
    ["nodeical__vfreebusy-zimbra.ics", "listed without events", 29],
    ["synth__berlin_allday_over_dst.ics", "three days in one", 1],
  ])("%s: %s, so many times are busy: %d", (name, _why, count) => {
    const reading = readCalendar(collectedFile(name), { ...ASKED, period: EVER });
    if (!reading.ok) throw new Error(reading.reason);
    const busy = [
      ...reading.occurrences.filter((one) => one.busy && one.endsAt > one.startsAt),
      ...reading.listed,
    ];
    expect(busy).toHaveLength(count);
    if (count === 0) expect(reading.busy).toEqual([]);
  });

  it("three whole days around the change of the clocks are 71 hours", () => {
    const reading = readCalendar(collectedFile("synth__berlin_allday_over_dst.ics"), {
      ...ASKED,
      period: EVER,
    });
    const spans = reading.ok
      ? reading.busy.map(({ startsAt, endsAt }) => (endsAt - startsAt) / 3_600_000)
      : [];
    expect(spans).toEqual([71]);
  });

  it("a rule by the second stops at the limit and is told of", () => {
    const file = files.find(({ name }) => name === "synth__rrule_secondly_unbounded.ics");
    const reading = file && readFor(file);
    expect(reading).toMatchObject({ ok: true, problems: [{ code: "too_many_occurrences" }] });
    expect(reading?.ok && reading.occurrences.length).toBe(EVENT_OCCURRENCES);
  });
});
