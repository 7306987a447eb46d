import { describe, expect, it } from "vitest";
import { kindOfWorded, type WordedMail, wordedMails } from "@/domain/notifications/labels";
import type { MailWording } from "@/domain/notifications/rules/words";
import { mailText } from "./mail-text";
import { type PreviewReader, wordedPreview } from "./preview-content";
import { registrationContent } from "./registration-content";
import { renderMail } from "./render-mail";

const now = new Date("2027-03-10T10:00:00Z");
const startsAt = new Date("2027-03-28T08:00:00Z");
const reader: PreviewReader = {
  locale: "de",
  timeZone: "America/New_York",
  ...{ status: "confirmed", attendance: "online", waitingPlace: null, offeredUntil: null, confirmedAt: now },
  event: {
    ...{ slug: "sensor", title: "KI am Sensor", timeZone: "Europe/Berlin", startsAt },
    endsAt: new Date("2027-03-28T09:30:00Z"),
  },
};
const hosts = {
  ...{ name: "Sensoriknetz", mark: "SO", colour: "#0a6ebd", contactEmail: "netz@example.org" },
  others: ["KI-Netz"],
};
const values = {
  ...{ name: "Anna", organisation: "Beispiel GmbH", event: "KI am Sensor", when: "28. März, 10:00 Uhr" },
  ...{ place: "Online, im Browser", network: "Sensoriknetz" },
};
const nothing: MailWording = { subjectDe: "", textDe: "", subjectEn: "", textEn: "" };
const origin = "https://plenum.test";

const shown = (mail: WordedMail, wording: Partial<MailWording> = {}, as: Partial<PreviewReader> = {}) =>
  wordedPreview({
    mail,
    reader: { ...reader, ...as },
    values,
    hosts,
    settings: { words: { [mail]: { ...nothing, ...wording } }, feedbackUrl: "https://example.org/umfrage" },
    where: "Saal 2",
    gives: true,
    origin,
    now,
  });

const own = {
  subjectDe: "Nur das, {name}",
  textDe: "Guten Morgen {name}.\n\nBis dann in {event}.",
  subjectEn: "Only this, {name}",
  textEn: "Good morning {name}.\n\nSee you at {event}.",
};

describe("an event's own mails in an organizer's words", () => {
  it.each(wordedMails)(
    "%s: subject and first words are theirs, in both languages and in the text twin",
    async (mail) => {
      for (const [locale, subject, text] of [
        ["de", "Nur das, Anna", "Guten Morgen Anna.\n\nBis dann in KI am Sensor."],
        ["en", "Only this, Anna", "Good morning Anna.\n\nSee you at KI am Sensor."],
      ] as const) {
        const rendered = await renderMail(shown(mail, own, { locale }));
        expect(rendered.subject).toBe(subject);
        expect(rendered.text).toContain(text);
        for (const paragraph of text.split("\n\n")) expect(rendered.html).toContain(paragraph);
      }
    },
  );

  it.each(wordedMails)("%s: keeps everything else as it was, however little they write", (mail) => {
    for (const locale of ["de", "en"] as const) {
      const [theirs, ours] = [shown(mail, own, { locale }), shown(mail, {}, { locale })];
      const { subject: _theirs, paragraphs, ...rest } = theirs;
      const { subject: _ours, paragraphs: ourParagraphs, ...facts } = ours;
      expect(rest).toEqual(facts);
      expect(paragraphs[0]).toBe(ourParagraphs[0]);
      // What happened, of what, by whom and whom to ask stand in every one of them.
      expect(rest.heading).not.toBe("");
      expect(rest.box?.title).toBe("KI am Sensor");
      expect(mailText(theirs)).toContain("netz@example.org");
      expect(rest.legal).toHaveLength(3);
    }
  });

  it.each(wordedMails.filter((mail) => mail !== "postponed"))("%s: says the date with its zone", (mail) => {
    const text = mailText(shown(mail, own));
    expect(text).toContain("Sonntag, 28. März 2027");
    expect(text).toContain("10:00–11:30 Uhr MESZ");
    expect(text).toMatch(/Bei Ihnen: /);
  });

  it("keeps the way into the room, the calendar entry and the way to cancel", () => {
    for (const mail of [
      "confirmed",
      "promoted",
      "dayBefore",
      "hourBefore",
      "liveNow",
      "rescheduled",
    ] as const) {
      const text = mailText(shown(mail, own));
      expect(text, mail).toContain("Teilnehmen: https://plenum.test/e/sensor");
      expect(text, mail).toContain("Anmeldung ändern oder absagen: https://plenum.test/e/sensor");
      expect(text, mail).toContain("Der Termin liegt dieser Nachricht bei.");
    }
  });

  it("keeps the place on the waiting list and the end of an offer", () => {
    expect(mailText(shown("waiting", own))).toContain("Ihr Platz auf der Warteliste: 1");
    const offered = shown("offered", own, { offeredUntil: new Date("2027-03-12T11:00:00Z") });
    expect(mailText(offered)).toMatch(/Ihr Angebot gilt bis .*12\. März/);
    expect(mailText(offered)).toContain("Platz annehmen: ");
  });

  it("keeps the ticket of who comes on site", () => {
    const mail = { ...reader, attendance: "onsite" as const };
    const links = { manage: origin, room: origin, page: origin, events: origin };
    const wording = { ...nothing, textDe: "Bis gleich." };
    const letter = { mail, wording, values, hosts, links, where: "Saal 2", code: "P1CODE", origin, now };
    const content = registrationContent({ kind: "registration.confirmed", ...letter });
    expect(content.paragraphs).toEqual(["Guten Tag Anna,", "Bis gleich."]);
    expect(content.ticket).toMatchObject({ code: "P1CODE" });
  });

  it("names no date while there is none", () => {
    const text = mailText(shown("postponed", { textDe: "Der Termin: {when}." }));
    expect(text).toContain("Der Termin: Neuer Termin folgt.");
    expect(text).not.toContain("28. März");
  });

  it("asks for an opinion and leads to the materials, whatever the thanks say", () => {
    const text = mailText(shown("thanks", own));
    expect(text).toContain("Rückmeldung geben: https://example.org/umfrage");
    expect(text).toContain("Zu den Unterlagen: https://plenum.test/e/sensor");
    expect(text).toContain("Keine solchen Nachrichten mehr: ");
  });

  it.each(wordedMails)("%s: falls back to our words, in the reader's language, field by field", (mail) => {
    const ours = shown(mail);
    expect(ours.subject).not.toBe("");
    expect(ours.paragraphs[1]).not.toBe("");
    expect(shown(mail, { textDe: "Eigenes." }).subject).toBe(ours.subject);
    expect(shown(mail, { subjectDe: "Eigenes" }).paragraphs).toEqual(ours.paragraphs);
    const english = shown(mail, {}, { locale: "en" });
    expect(shown(mail, { subjectDe: "Deutsch", textDe: "Deutsch" }, { locale: "en" })).toEqual(english);
    expect(english.subject).not.toBe(ours.subject);
    expect(english.paragraphs[1]).not.toBe(ours.paragraphs[1]);
  });

  it("falls back where all of it is a value that this reader has none of", () => {
    const empty = { ...values, organisation: "" };
    const wording = { ...nothing, subjectDe: "{organisation}", textDe: "{organisation}\n\n {organisation} " };
    const links = { manage: origin, room: origin, page: origin, events: origin };
    const letter = { mail: reader, wording, values: empty, hosts, links, where: "", origin, now };
    const content = registrationContent({ kind: "registration.confirmed", ...letter });
    expect(content.subject).toContain("Sie sind dabei");
    expect(content.paragraphs[1]).toContain("schön, dass Sie kommen");
  });

  it("S18, S41: is text, whatever is written", async () => {
    const bait =
      '<img src=x onerror=alert(1)><a href="http://evil.test">x</a> {{7*7}} [x](javascript:alert(1))';
    for (const mail of wordedMails) {
      const { html, text } = await renderMail(shown(mail, { subjectDe: bait, textDe: bait }));
      expect(html).not.toMatch(/<img|onerror=alert\(1\)>(?!&)|href="(?:http:\/\/evil|javascript)/);
      expect(html).toContain("&lt;img src=x");
      expect(text).toContain("{{7*7}}");
    }
  });

  it("gives whoever looks nobody's place: all links are public, and no code lets in", () => {
    for (const mail of wordedMails) {
      const content = shown(mail, own, { attendance: "onsite" });
      expect(content.ticket).toBeUndefined();
      const links = mailText(content).match(/https:\/\/plenum\.test\S*/g) ?? [];
      for (const link of links)
        expect(link).toMatch(
          /^https:\/\/plenum\.test\/(?:e\/sensor|events|impressum|datenschutz|barrierefreiheit)$/,
        );
    }
  });

  it("knows a kind for each of them", () => {
    expect(Object.keys(kindOfWorded)).toEqual([...wordedMails]);
  });
});
