import { describe, expect, it } from "vitest";
import { eventEntry, isInFeed, meetingEntry, registrationEntry, uidOf } from "./rules";

const sender = {
  origin: "https://plenum.example.org",
  organizer: { name: "Plenum", email: "plenum@example.org" },
};
const words = { description: "Teilnehmen", location: "Online" };
const event = {
  id: "evt_aaaaaa",
  slug: "ki",
  title: "KI am Sensor",
  status: "published",
  startsAt: new Date("2027-03-10T09:00:00Z"),
  endsAt: new Date("2027-03-10T10:30:00Z"),
  timeZone: "Europe/Berlin",
  calendarSequence: 2,
} as const;
const registration = {
  id: "reg_aaaaaa",
  status: "confirmed",
  calendarSequence: 1,
  name: "Anna Beispiel",
  email: "anna@example.org",
} as const;
const meeting = {
  id: "mtg_aaaaaa",
  status: "accepted",
  startsAt: event.startsAt,
  endsAt: new Date("2027-03-10T09:20:00Z"),
  calendarSequence: 0,
} as const;

describe("calendar entries", () => {
  it("keep one UID for life, made of the row and the host", () => {
    expect(uidOf("evt_aaaaaa", sender.origin)).toBe("evt_aaaaaa@plenum.example.org");
    const before = registrationEntry({ registration, event }, sender, words);
    const moved = { ...event, startsAt: new Date("2027-03-11T09:00:00Z"), calendarSequence: 3 };
    const after = registrationEntry({ registration, event: moved }, sender, words);
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  it("a cancellation of the place or of the event cancels the entry with a higher sequence", () => {
    const off = { ...registration, status: "cancelled", calendarSequence: 2 } as const;
    const entry = registrationEntry({ registration: off, event }, sender, words);
    expect(entry).toMatchObject({ cancelled: true, sequence: 4 });
    expect(eventEntry({ ...event, status: "cancelled" }, sender, words).cancelled).toBe(true);
  });

  it("links are pages that check rights, and never tokens", () => {
    expect(eventEntry(event, sender, words).url).toBe("https://plenum.example.org/e/ki");
    expect(registrationEntry({ registration, event }, sender, words).url).toBe(
      "https://plenum.example.org/room/ki",
    );
  });

  it("the public entry names nobody; an invitation names its recipient alone", () => {
    expect(eventEntry(event, sender, words).attendee).toBeUndefined();
    const attendee = { name: "Anna Beispiel", email: "anna@example.org" };
    const entry = meetingEntry({ meeting, event, attendee }, sender, {
      ...words,
      summary: "Gespräch mit Ben",
    });
    expect(entry).toMatchObject({ attendee, summary: "Gespräch mit Ben", endsAt: meeting.endsAt });
  });
});

describe("a personal calendar", () => {
  const end = new Date("2027-03-10T10:30:00Z");
  const later = (days: number) => new Date(end.getTime() + days * 24 * 3_600_000);
  it.each([
    ["ahead", null, later(-100), true],
    ["29 days after its end", null, later(29), true],
    ["30 days after its end", null, later(30), false],
    ["called off 29 days ago", later(-60), later(-31), true],
    ["called off 30 days ago", later(-60), later(-30), false],
  ])("holds what is %s: %s", (_, cancelledAt, now, answer) => {
    expect(isInFeed({ endsAt: end, cancelledAt }, now)).toBe(answer);
  });
});
