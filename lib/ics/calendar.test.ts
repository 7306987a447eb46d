import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, writeCalendar } from "./calendar";
import { fold } from "./text";

const stamp = new Date("2027-01-04T10:00:00Z");
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "reg_aaaaaa@plenum.example.org",
  sequence: 3,
  cancelled: false,
  startsAt: new Date("2027-03-27T09:00:00Z"),
  endsAt: new Date("2027-03-27T10:30:00Z"),
  timeZone: "Europe/Berlin",
  summary: "KI direkt am Sensor; klein, groß\\weit",
  description: "Zeile eins\nZeile zwei",
  location: "Online",
  url: "https://plenum.example.org/room/ki",
  organizer: { name: 'Netz "Mitte": A', email: "plenum@example.org" },
  attendee: { name: "Anna Beispiel", email: "anna@example.org" },
  ...more,
});

const parse = (text: string) => {
  const component = new ICAL.Component(ICAL.parse(text));
  const zone = component.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { component, events: component.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part)) };
};
const instants = (text: string) =>
  parse(text).events.map((event) => event.startDate.toJSDate().toISOString());
const request = (more: Partial<CalendarEntry> = {}) =>
  writeCalendar({ method: "REQUEST", stamp, entries: [entry(more)] });

describe("calendar text", () => {
  it("ends every line with CRLF and keeps every line within 75 octets, between characters", () => {
    const text = request({ summary: "ä€😀".repeat(60) });
    expect(text.endsWith("\r\n")).toBe(true);
    for (const line of text.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(parse(text).events[0]?.summary).toBe("ä€😀".repeat(60));
  });

  it("folds at exactly 75 octets", () => {
    expect(fold("x".repeat(75))).toBe("x".repeat(75));
    expect(fold("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
  });

  it("gives a reader the words that were written", () => {
    const [event] = parse(request()).events;
    expect(event?.summary).toBe(entry().summary);
    expect(event?.description).toBe("Zeile eins\nZeile zwei");
  });

  it("cannot be led to hold another property or person", () => {
    const text = request({
      summary: "x\r\nATTENDEE:mailto:v@x.test",
      attendee: { name: 'A"\r\nATTENDEE:mailto:v@x.test', email: "anna@example.org\r\nX:1" },
      location: "a\u2028ATTENDEE:mailto:v@x.test",
    });
    const [event] = parse(text).events;
    expect(event?.attendees).toHaveLength(1);
    expect(event?.component.getAllProperties("x")).toHaveLength(0);
  });

  it("names the method first, the organizer as given and the recipient as the only attendee", () => {
    const { component, events } = parse(request());
    expect(component.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(events[0]?.attendees.map((part) => part.getFirstValue())).toEqual(["mailto:anna@example.org"]);
    expect(events[0]?.organizer).toBe("mailto:plenum@example.org");
    expect(events[0]?.sequence).toBe(3);
  });

  it("leaves the recipient out of files that anyone may load", () => {
    const text = writeCalendar({ method: "PUBLISH", stamp, entries: [entry()], name: "Woche" });
    expect(text).not.toContain("ATTENDEE");
    expect(text).toContain("X-WR-CALNAME:Woche");
  });

  it("marks a cancellation", () => {
    const text = writeCalendar({ method: "CANCEL", stamp, entries: [entry({ alarmMinutes: 15 })] });
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).not.toContain("VALARM");
  });

  it("is valid when empty", () => {
    expect(parse(writeCalendar({ method: "PUBLISH", stamp, entries: [] })).events).toEqual([]);
  });
});

describe("instants around the clock changes of 2027", () => {
  const days = (from: string, count: number) =>
    Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 86_400_000));
  const nights = (from: string) =>
    Array.from({ length: 40 }, (_, index) => new Date(Date.parse(from) + index * 900_000));

  it.each([
    ["spring", days("2027-03-21T09:00:00Z", 15)],
    ["autumn", days("2027-10-24T08:00:00Z", 15)],
    ["the night of 28 March", nights("2027-03-27T20:00:00Z")],
    ["the night of 31 October", nights("2027-10-30T20:00:00Z")],
  ])("a reader gets the same instants in %s", (_name, starts) => {
    const entries = starts.map((startsAt, index) =>
      entry({ uid: `e${index}@x.test`, startsAt, endsAt: new Date(startsAt.getTime() + 600_000) }),
    );
    const text = writeCalendar({ method: "PUBLISH", stamp, entries });
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(instants(text)).toEqual(starts.map((start) => start.toISOString()));
  });

  it("writes the hours around a change in UTC, where readers disagree about wall clocks", () => {
    const at = (start: string) =>
      request({ startsAt: new Date(start), endsAt: new Date("2027-12-01T00:00:00Z") });
    for (const start of ["2027-03-28T00:30:00Z", "2027-10-30T23:30:00Z", "2027-10-31T01:30:00Z"])
      expect(at(start)).toContain(`DTSTART:${start.replace(/[-:]/g, "")}`);
    expect(at("2027-03-27T22:30:00Z")).toContain("DTSTART;TZID=Europe/Berlin:20270327T233000");
  });

  it("10:00 in Berlin stays 10:00", () => {
    const at = (start: string) =>
      request({ startsAt: new Date(start), endsAt: new Date("2027-12-01T00:00:00Z") });
    expect(at("2027-03-27T09:00:00Z")).toContain("DTSTART;TZID=Europe/Berlin:20270327T100000");
    expect(at("2027-03-28T08:00:00Z")).toContain("DTSTART;TZID=Europe/Berlin:20270328T100000");
    expect(at("2027-10-31T09:00:00Z")).toContain("DTSTART;TZID=Europe/Berlin:20271031T100000");
  });

  it("writes other zones in UTC", () => {
    const text = request({ timeZone: "America/New_York" });
    expect(text).toContain("DTSTART:20270327T090000Z");
    expect(text).not.toContain("VTIMEZONE");
  });
});
