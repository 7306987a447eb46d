import { describe, expect, it } from "vitest";
import { formatSpan } from "@/lib/time/format";
import { shortWhen, whenLines } from "./frame";

const when = (locale: "de" | "en", starts: string, ends: string, ownZone = "Europe/Berlin") => ({
  ...{ locale, zone: "Europe/Berlin", ownZone },
  ...{ startsAt: new Date(starts), endsAt: new Date(ends) },
});

describe("R32: a mail says when, as the page of the event does", () => {
  it.each([
    ["de", "2027-03-28T08:00Z", "2027-03-28T09:30Z", "Sonntag, 28. März 2027", "10:00–11:30 Uhr MESZ"],
    ["en", "2027-10-31T09:00Z", "2027-10-31T10:30Z", "Sunday 31 October 2027", "10:00–11:30 CET"],
  ] as const)("%s, within a day: %s", (locale, starts, ends, strong, line) => {
    const span = when(locale, starts, ends);
    expect(whenLines(span)).toEqual({ strong, lines: [line] });
    expect(formatSpan(span)).toBe(`${shortWhen(span)} ${line.split(" ").at(-1)}`);
  });

  it.each([
    // over the turn of the year
    [
      "de",
      "2027-12-31T22:30Z",
      "2028-01-01T00:00Z",
      "Fr., 31. Dez. 2027, 23:30 Uhr – Sa., 1. Jan. 2028, 01:00 Uhr MEZ",
    ],
    ["en", "2027-12-31T22:30Z", "2028-01-01T00:00Z", "Fri, 31 Dec 2027, 23:30 – Sat, 1 Jan 2028, 01:00 CET"],
    // 29 February until midnight
    [
      "de",
      "2028-02-29T21:30Z",
      "2028-02-29T23:00Z",
      "Di., 29. Feb. 2028, 22:30 Uhr – Mi., 1. März 2028, 00:00 Uhr MEZ",
    ],
    ["en", "2028-02-29T21:30Z", "2028-02-29T23:00Z", "Tue, 29 Feb 2028, 22:30 – Wed, 1 Mar 2028, 00:00 CET"],
    // three days
    [
      "de",
      "2028-02-27T08:00Z",
      "2028-02-29T16:00Z",
      "So., 27. Feb. 2028, 09:00 Uhr – Di., 29. Feb. 2028, 17:00 Uhr MEZ",
    ],
    // the clocks change in between
    ["de", "2027-03-28T00:30Z", "2027-03-28T01:30Z", "So., 28. März 2027, 01:30 Uhr MEZ – 03:30 Uhr MESZ"],
    ["en", "2027-10-31T00:30Z", "2027-10-31T01:30Z", "Sun, 31 Oct 2027, 02:30 CEST – 02:30 CET"],
  ] as const)("%s, over midnight or a change of clocks: %s to %s", (locale, starts, ends, text) => {
    const span = when(locale, starts, ends);
    expect(formatSpan(span)).toBe(text);
    expect([shortWhen(span), whenLines(span).lines]).toEqual([text, [text]]);
  });

  it("and on the reader's own clock too, with both days where it ends on the next (R14)", () => {
    const [, own] = whenLines(when("en", "2027-10-31T20:30Z", "2027-10-31T22:30Z", "Europe/London")).lines;
    expect(own).toContain("20:30–22:30 GMT (Europe/London)");
    const late = whenLines(when("de", "2027-10-30T18:00Z", "2027-10-30T21:30Z", "Asia/Karachi")).lines;
    expect(late[1]).toContain("Sa., 30. Okt. 2027, 23:00 Uhr – So., 31. Okt. 2027, 02:30 Uhr GMT+5");
    const change = whenLines(when("en", "2027-11-07T05:30Z", "2027-11-07T06:30Z", "America/New_York")).lines;
    expect(change[1]).toContain("Sun, 7 Nov 2027, 01:30 GMT-4 – 01:30 GMT-5 (America/New York)");
  });
});
