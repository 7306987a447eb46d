import { describe, expect, it } from "vitest";
import { wordedOf } from "@/domain/notifications/rules";
import { ownWords } from "@/domain/notifications/rules/words";

const startsAt = new Date("2027-03-28T08:00:00Z");
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);

describe("whose words a mail has", () => {
  const values = {
    ...{ name: "Anna", organisation: "", event: "{name}", when: "heute", place: "hier", network: "Netz" },
  };
  const wording = {
    subjectDe: "Hallo {name}",
    textDe: "",
    subjectEn: "",
    textEn: "{event}\n\n{organisation}",
  };

  it.each([
    ["de", { subject: "Hallo Anna", paragraphs: undefined }],
    // A value is never read again, and a paragraph that comes to nothing is none.
    ["en", { subject: undefined, paragraphs: ["{name}"] }],
  ] as const)("%s: the organizer's, where there are any in that language", (locale, said) => {
    expect(ownWords(wording, locale, values)).toEqual(said);
    expect(ownWords(undefined, locale, values)).toEqual({ subject: undefined, paragraphs: undefined });
  });

  it.each([
    ["registration.reminder", 24, "dayBefore"],
    ["registration.reminder", 1, "hourBefore"],
    ["registration.live", 0, "liveNow"],
    ["event.cancelled", 5, "calledOff"],
    ["registration.repeated", 5, undefined],
    ["signin.requested", 5, undefined],
    ["circular.sent", 5, undefined],
    ["meeting.reminder", 5, undefined],
  ] as const)("a %s, %i hours before the start, is worded as %s", (kind, hours, name) => {
    expect(wordedOf(kind, startsAt, hoursBefore(hours))).toBe(name);
  });
});
