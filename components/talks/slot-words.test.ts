import { describe, expect, it } from "vitest";
import { slotsOf } from "@/domain/matchmaking/rules";
import { slotClock, slotStart } from "./slot-words";

/** Half-hour talks without a pause, from 00:30 to 04:00 by the clocks of Berlin. */
const nightOf = (from: string, to: string) =>
  slotsOf({ startsAt: new Date(from), endsAt: new Date(to), slotMinutes: 30, pauseMinutes: 0 });
const spring = nightOf("2027-03-27T23:30:00Z", "2027-03-28T02:00:00Z");
const autumn = nightOf("2027-10-30T22:30:00Z", "2027-10-31T03:00:00Z");

const places = (["de", "en"] as const).map((locale) => ({ locale, zone: "Europe/Berlin" }));

describe("R14: the slots of a night in which the clocks change", () => {
  it.each(places)("in spring there is none at half past two ($locale)", (place) => {
    const clocks = spring.map((slot) => slotClock(slot, place));
    expect(clocks).toHaveLength(5);
    expect(clocks.filter((text) => /(?:^|– )02:/.test(text))).toEqual([]);
    expect(new Set(clocks).size).toBe(5);
    const across = { de: "01:30 Uhr MEZ – 03:00 Uhr MESZ", en: "01:30 CET – 03:00 CEST" };
    expect(clocks).toContain(across[place.locale]);
  });

  it.each(places)("in autumn there are two at half past two, which nobody can mistake ($locale)", (place) => {
    const clocks = autumn.map((slot) => slotClock(slot, place));
    expect(clocks).toHaveLength(9);
    expect(new Set(clocks).size, "all differ").toBe(9);
    const starts = autumn.map((slot) => slotStart(slot, place));
    expect(new Set(starts).size, "also on a button").toBe(9);
    const [first, second] = starts.filter((text) => text.includes(" 02:30"));
    const names = place.locale === "de" ? ["Uhr MESZ", "Uhr MEZ"] : ["CEST", "CET"];
    expect([first, second]).toEqual(names.map((name) => expect.stringMatching(new RegExp(`02:30 ${name}$`))));
  });

  it("seen from New York they are the evening before, each once", () => {
    const place = { locale: "en", zone: "America/New_York" } as const;
    const starts = autumn.map((slot) => slotStart(slot, place));
    expect(starts[0]).toBe("Sat, 30 Oct, 18:30");
    expect(new Set(starts).size).toBe(9);
  });

  it("on any other day a button says the clock alone", () => {
    const [slot] = nightOf("2027-03-10T09:00:00Z", "2027-03-10T10:00:00Z");
    if (!slot) throw new Error("no slot");
    expect(slotStart(slot, { locale: "de", zone: "Europe/Berlin" })).toBe("Mi., 10. März, 10:00");
  });
});
