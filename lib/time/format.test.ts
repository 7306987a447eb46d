import { describe, expect, it } from "vitest";
import {
  dayKey,
  dayParts,
  formatClockSpan,
  formatEndClock,
  formatLongDay,
  formatMoment,
  formatSpan,
  isTimeZone,
  ownZoneSpan,
  relativeDay,
  spreadsheetTime,
} from "@/lib/time/format";

const zone = "Europe/Berlin";
const span = (locale: "de" | "en", from: string, to: string) => ({
  locale,
  zone,
  startsAt: new Date(from),
  endsAt: new Date(to),
});

describe("formatSpan", () => {
  it.each([
    ["de", "2026-11-12T09:00Z", "2026-11-12T10:30Z", "Do., 12. Nov. 2026, 10:00–11:30 Uhr MEZ"],
    ["en", "2026-11-12T09:00Z", "2026-11-12T10:30Z", "Thu, 12 Nov 2026, 10:00–11:30 CET"],
    ["de", "2026-07-01T07:00Z", "2026-07-01T08:00Z", "Mi., 1. Juli 2026, 09:00–10:00 Uhr MESZ"],
    // clocks go back on 25 October 2026 and 31 October 2027, forward on 28 March 2027
    ["de", "2026-10-24T22:30Z", "2026-10-25T03:00Z", "So., 25. Okt. 2026, 00:30 Uhr MESZ – 04:00 Uhr MEZ"],
    ["en", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "Sun, 25 Oct 2026, 02:30 CEST – 02:30 CET"],
    ["de", "2027-03-28T00:30Z", "2027-03-28T01:30Z", "So., 28. März 2027, 01:30 Uhr MEZ – 03:30 Uhr MESZ"],
    ["de", "2027-03-28T08:00Z", "2027-03-28T09:00Z", "So., 28. März 2027, 10:00–11:00 Uhr MESZ"],
    ["en", "2027-10-31T09:00Z", "2027-10-31T10:00Z", "Sun, 31 Oct 2027, 10:00–11:00 CET"],
    [
      "de",
      "2026-11-12T22:30Z",
      "2026-11-13T00:00Z",
      "Do., 12. Nov. 2026, 23:30 Uhr – Fr., 13. Nov. 2026, 01:00 Uhr MEZ",
    ],
  ] as const)("in %s from %s to %s it is %s", (...[locale, from, to, text]) => {
    expect(formatSpan(span(locale, from, to))).toBe(text);
  });

  it("says the same as Intl's own range on an ordinary day", () => {
    const ordinary = span("de", "2026-11-12T09:00Z", "2026-11-12T10:30Z");
    const intl = new Intl.DateTimeFormat("de-DE", {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "short",
      timeZone: zone,
    });
    const normal = (text: string) => text.replace(/\s/g, " ");
    expect(formatSpan(ordinary)).toBe(normal(intl.formatRange(ordinary.startsAt, ordinary.endsAt)));
  });
});

describe("single moments", () => {
  const at = new Date("2026-10-24T22:30:00Z");
  it("belong to the day of the zone, not of the machine", () => {
    expect(dayKey({ zone, at })).toBe("2026-10-25");
    expect(dayKey({ zone: "America/New_York", at })).toBe("2026-10-24");
    expect(formatMoment({ locale: "de", zone, at })).toBe("So., 25. Okt. 2026, 00:30 Uhr MESZ");
    expect(formatMoment({ locale: "en", zone, at })).toBe("Sun, 25 Oct 2026, 00:30 CEST");
    expect(formatLongDay({ locale: "de", zone, at })).toBe("Sonntag, 25. Oktober");
    expect(dayParts({ locale: "de", zone, at })).toEqual({ weekday: "So.", day: "25", month: "Okt." });
  });
  it("knows midnight as 00:00 and not as 24:00", () => {
    expect(formatClockSpan(span("de", "2026-11-11T23:00Z", "2026-11-12T00:15Z"))).toBe("00:00–01:15 Uhr");
  });
});

describe("formatEndClock (R32)", () => {
  it.each([
    ["de", "2027-03-28T08:00Z", "2027-03-28T09:30Z", "11:30"],
    ["de", "2028-02-29T21:30Z", "2028-02-29T23:00Z", "00:00"],
    ["de", "2027-12-31T22:30Z", "2028-01-01T00:00Z", "1. Jan., 01:00"],
    ["en", "2028-02-27T08:00Z", "2028-02-29T16:00Z", "29 Feb, 17:00"],
    ["en", "2028-02-27T08:00Z", "2028-02-29T23:00Z", "1 Mar, 00:00"],
  ] as const)("in %s from %s to %s: %s", (...[locale, from, to, text]) => {
    expect(formatEndClock(span(locale, from, to))).toBe(text);
  });
});

describe("ownZoneSpan", () => {
  const event = span("de", "2026-11-12T09:00Z", "2026-11-12T10:30Z");
  it("is silent where the clock shows the same", () => {
    expect(ownZoneSpan({ ...event, ownZone: "Europe/Berlin" })).toBeUndefined();
    expect(ownZoneSpan({ ...event, ownZone: "Europe/Paris" })).toBeUndefined();
  });
  it("is silent for a zone nobody knows", () => {
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(ownZoneSpan({ ...event, ownZone: "Mars/Olympus" })).toBeUndefined();
  });
  it("says the reader's clock and place", () => {
    expect(ownZoneSpan({ ...event, ownZone: "Europe/London" })).toBe("09:00–10:30 Uhr GMT+0 (Europe/London)");
    expect(ownZoneSpan({ ...event, locale: "en", ownZone: "America/New_York" })).toBe(
      "04:00–05:30 GMT-5 (America/New York)",
    );
  });
  it.each(["UTC", "Etc/UTC"])("says %s once, which is place and clock in one", (ownZone) => {
    expect(ownZoneSpan({ ...event, ownZone })).toBe("09:00–10:30 Uhr UTC");
    expect(ownZoneSpan({ ...event, locale: "en", ownZone })).toBe("09:00–10:30 UTC");
  });
  it("says the day too when it is another one", () => {
    const late = span("en", "2026-11-12T20:00Z", "2026-11-12T21:00Z");
    expect(ownZoneSpan({ ...late, ownZone: "Asia/Kathmandu" })).toBe(
      "Fri, 13 Nov 2026, 01:45–02:45 GMT+5:45 (Asia/Kathmandu)",
    );
  });
});

describe("relativeDay", () => {
  const now = new Date("2026-10-24T21:30:00Z"); // 23:30 in Berlin, the night before the clocks go back
  it.each([
    ["2026-10-24T21:45:00Z", "heute", "today"],
    ["2026-10-24T22:15:00Z", "morgen", "tomorrow"],
    ["2026-10-25T22:45:00Z", "morgen", "tomorrow"],
    ["2026-10-25T23:15:00Z", undefined, undefined],
    ["2026-10-23T12:00:00Z", undefined, undefined],
  ])("calls %s %s", (at, german, english) => {
    expect(relativeDay({ locale: "de", zone, at: new Date(at), now })).toBe(german);
    expect(relativeDay({ locale: "en", zone, at: new Date(at), now })).toBe(english);
  });
});

describe("spreadsheetTime", () => {
  it.each([
    ["2026-11-12T09:05Z", "12.11.2026 10:05"],
    ["2027-01-01T23:00Z", "02.01.2027 00:00"],
  ])("%s is %s in Berlin", (at, text) => {
    expect(spreadsheetTime({ zone, at: new Date(at) })).toBe(text);
  });
});
