import { describe, expect, it } from "vitest";
import { CALENDAR_OCCURRENCES } from "./limits";
import { readCalendar } from "./read-calendar";

const period = { from: Date.parse("2027-01-01T00:00:00Z"), to: Date.parse("2028-01-01T00:00:00Z") };
const wrapped = (lines: readonly string[]) => ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:one@example.org", ...lines, "END:VEVENT"];

function read(
  lines: readonly string[],
  more: { owner?: string; tentativeBlocks?: boolean; zone?: string } = {},
) {
  const request = { period, zone: "Europe/Berlin", tentativeBlocks: true, ...more };
  const reading = readCalendar(Buffer.from(wrapped(lines)), request);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}
const busy = (...parameters: Parameters<typeof read>) =>
  read(...parameters).busy.map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => new Date(at).toISOString().replace(":00.000Z", "Z")).join(" – "),
  );
const codes = (...parameters: Parameters<typeof read>) =>
  read(...parameters).problems.map(({ code }) => code);

describe("what an import keeps of a calendar", () => {
  it("are busy times alone, put together where they touch", () => {
    const reading = read([
      ...event("SUMMARY:Geheim", "DTSTART:20270110T080000Z", "DTEND:20270110T090000Z"),
      ...["BEGIN:VEVENT", "UID:2", "DTSTART:20270110T090000Z", "DURATION:PT30M", "END:VEVENT"],
    ]);
    expect(reading.busy).toEqual([
      { startsAt: Date.parse("2027-01-10T08:00:00Z"), endsAt: Date.parse("2027-01-10T09:30:00Z") },
    ]);
    expect(JSON.stringify(reading)).not.toContain("Geheim");
  });

  it.each([
    ["TRANSP:TRANSPARENT", 0],
    ["STATUS:CANCELLED", 0],
    ["X-MICROSOFT-CDO-BUSYSTATUS:FREE", 0],
    ["X-MICROSOFT-CDO-BUSYSTATUS:OOF", 1],
    ["STATUS:TENTATIVE", 1],
    ["ATTENDEE;PARTSTAT=DECLINED:mailto:Ich@example.org", 0],
    ["ATTENDEE;PARTSTAT=DECLINED:mailto:andere@example.org", 1],
  ])("%s", (line, count) => {
    const lines = event("DTSTART:20270110T080000Z", "DTEND:20270110T090000Z", line);
    expect(busy(lines, { owner: "ich@example.org" })).toHaveLength(count);
  });

  it("what is not sure yet blocks by choice", () => {
    const lines = event("DTSTART:20270110T080000Z", "DTEND:20270110T090000Z", "STATUS:TENTATIVE");
    expect(busy(lines, { tentativeBlocks: false })).toEqual([]);
  });
});

describe("the clocks of a calendar (R14)", () => {
  it("a weekly time keeps what the clock shows across both changes of 2027", () => {
    const weekly = (from: string) =>
      busy(event(`DTSTART;TZID=Europe/Berlin:${from}T100000`, "DURATION:PT20M", "RRULE:FREQ=WEEKLY;COUNT=2"));
    expect(weekly("20270321")).toEqual([
      "2027-03-21T09:00Z – 2027-03-21T09:20Z",
      "2027-03-28T08:00Z – 2027-03-28T08:20Z",
    ]);
    expect(weekly("20271024")).toEqual([
      "2027-10-24T08:00Z – 2027-10-24T08:20Z",
      "2027-10-31T09:00Z – 2027-10-31T09:20Z",
    ]);
  });

  it("a time in the gap takes the offset before it, one that comes twice is the first", () => {
    const at = (start: string) => busy(event(`DTSTART;TZID=Europe/Berlin:${start}`, "DURATION:PT1M"))[0];
    expect(at("20270328T023000")).toMatch(/^2027-03-28T01:30Z/);
    expect(at("20271031T023000")).toMatch(/^2027-10-31T00:30Z/);
  });

  it("a recurring time in the gap leaves the next days alone", () => {
    const lines = event(
      "DTSTART;TZID=Europe/Berlin:20270327T023000",
      "DURATION:PT10M",
      "RRULE:FREQ=DAILY;COUNT=3",
    );
    expect(busy(lines).map((span) => span.slice(0, 17))).toEqual([
      "2027-03-27T01:30Z",
      "2027-03-28T01:30Z",
      "2027-03-29T00:30Z",
    ]);
  });

  it("times without zone, and whole days, are those of the person", () => {
    const lines = event("DTSTART:20270110T080000", "DURATION:PT1H");
    expect(busy(lines, { zone: "America/New_York" })).toEqual(["2027-01-10T13:00Z – 2027-01-10T14:00Z"]);
    const days = event("DTSTART;VALUE=DATE:20270327", "DTEND;VALUE=DATE:20270330");
    expect(busy(days)).toEqual(["2027-03-26T23:00Z – 2027-03-29T22:00Z"]);
  });

  it.each(["W. Europe Standard Time", "/example.org/20270101/Europe/Berlin", '"Europe/Berlin"'])(
    "%s",
    (zone) => {
      expect(busy(event(`DTSTART;TZID=${zone}:20270701T100000`, "DURATION:PT1H"))).toEqual([
        "2027-07-01T08:00Z – 2027-07-01T09:00Z",
      ]);
    },
  );

  it("a zone that nobody knows is the person's own, and told of", () => {
    const lines = event("DTSTART;TZID=Mond/Tycho:20270110T080000", "DURATION:PT1H");
    expect([busy(lines), codes(lines)]).toEqual([
      ["2027-01-10T07:00Z – 2027-01-10T08:00Z"],
      ["unknown_zone"],
    ]);
  });
});

describe("one bad event", () => {
  it.each([
    ["DTSTART:morgen", "bad_start"],
    ["DTSTART:20270231T080000Z", "bad_start"],
    ["DURATION:PT1H", "no_start"],
  ])("%s costs itself alone", (line, code) => {
    const good = ["BEGIN:VEVENT", "UID:2", "DTSTART:20270110T090000Z", "DURATION:PT1H", "END:VEVENT"];
    const lines = [...event(line), ...good];
    expect([busy(lines), codes(lines)]).toEqual([["2027-01-10T09:00Z – 2027-01-10T10:00Z"], [code]]);
  });

  it("an end before its start is never a negative time", () => {
    const lines = event("DTSTART:20270110T100000Z", "DTEND:20270110T090000Z");
    expect([busy(lines), codes(lines)]).toEqual([
      ["2027-01-10T09:00Z – 2027-01-10T10:00Z"],
      ["end_before_start"],
    ]);
  });
});

it("a rule without end stops at the limit and says so", () => {
  const lines = event("DTSTART:20270101T000000Z", "DURATION:PT0S", "RRULE:FREQ=SECONDLY");
  expect([read(lines).occurrences.length, codes(lines)]).toEqual([2_000, ["too_many_occurrences"]]);
});

describe("S49: a file that is all blanks", () => {
  const plain = ["DTSTART:20270110T080000Z", "DURATION:PT1H"];
  it.each([
    ["200,000 empty lines", [...plain, "\r\n".repeat(200_000)]],
    ["200,000 blanks in a parameter", [...plain, `EXDATE;X=${" ".repeat(200_000)}y:20260101T080000Z`]],
    ["an alarm that rings 999,999,999 times", [...plain, "BEGIN:VALARM", "REPEAT:999999999", "END:VALARM"]],
  ])("%s says what it says", (_name, lines) => {
    expect(busy(event(...lines))).toEqual(["2027-01-10T08:00Z – 2027-01-10T09:00Z"]);
  });
});

it("no more busy times are kept than an import takes, also of those that a file lists", () => {
  const times = Array.from({ length: CALENDAR_OCCURRENCES + 1 }, (_, at) => {
    const start = new Date(period.from + at * 20 * 60_000).toISOString().replace(/[-:]|\.000/g, "");
    return `${start}/PT10M`;
  });
  const reading = read(["BEGIN:VFREEBUSY", `FREEBUSY:${times.join(",")}`, "END:VFREEBUSY"]);
  expect(reading.busy).toHaveLength(CALENDAR_OCCURRENCES);
  expect(reading.problems).toEqual([{ code: "too_many_occurrences" }]);
});

it("a name like __proto__ is a name", () => {
  const lines = event("DTSTART:20270110T080000Z", "DURATION:PT1H").map((line) =>
    line.replace("one@", "__proto__@"),
  );
  expect(busy(lines)).toHaveLength(1);
});
