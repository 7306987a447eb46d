import { describe, expect, it } from "vitest";
import { CODE_SECONDS, GUESSES_WINDOW_SECONDS, LOGIN_SECONDS } from "@/domain/people/rules";
import { locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { keptDays } from "@/lib/privacy/retention";

const words = {
  de: { days: (count: number) => `${count} Tage`, minutes: { 600: "zehn Minuten" }, aDay: "nach einem Tag" },
  en: { days: (count: number) => `${count} days`, minutes: { 600: "ten minutes" }, aDay: "after a day" },
};

/** What each line of the privacy notice has to name, by the word it begins with. */
const promised = (say: (typeof words)["de"] | (typeof words)["en"]) => [
  { de: "Anmeldung", en: "Registration", names: [keptDays.registrations, keptDays.unproven].map(say.days) },
  { de: "Vertrauliche", en: "Confidential", names: [say.days(keptDays.sensitive)] },
  { de: "Chat", en: "Chat", names: [say.days(keptDays.chat)] },
  { de: "Anwesenheit", en: "Attendance", names: [keptDays.attendance, keptDays.presence].map(say.days) },
  { de: "Unterlagen", en: "Materials", names: [say.days(keptDays.materials)] },
  { de: "Gespräche", en: "Talks", names: [say.days(keptDays.talks)] },
  { de: "Einträge", en: "Entries", names: [say.days(keptDays.entries)] },
  { de: "Hinzugefügte", en: "Calendars", names: [say.days(keptDays.calendars)] },
  { de: "Konto", en: "Account", names: [say.days(keptDays.people)] },
  { de: "Kopien", en: "Copies", names: [say.days(keptDays.mails)] },
  { de: "Meldungen", en: "What the LiveKit server", names: [say.days(keptDays.receipts)] },
  { de: "Codes", en: "Codes", names: [say.minutes[CODE_SECONDS], say.aDay] },
  { de: "Einloggen", en: "Staying signed in", names: [say.days(LOGIN_SECONDS / 86_400)] },
];

describe.each(locales)("the privacy notice in %s", (locale) => {
  const { datenschutz } = messages[locale].legal;
  const lines = datenschutz.sections.flatMap(({ list }) => list);
  const lineOf = (start: string) => lines.find((line) => line.startsWith(start)) ?? "";

  it("names the days after which the jobs delete", () => {
    for (const { names, ...starts } of promised(words[locale])) {
      for (const name of names) expect(lineOf(starts[locale])).toContain(name);
    }
    expect(GUESSES_WINDOW_SECONDS, "codes stay as long as their wrong guesses count").toBe(86_400);
  });

  it("promises nothing else: every line is held to a number", () => {
    expect(lines).toHaveLength(promised(words[locale]).length);
  });

  it("says the same as the form and the chat do", () => {
    const { days } = words[locale];
    expect(messages[locale].registration.form.note).toContain(days(keptDays.registrations));
    const { field, builder } = messages[locale].questions;
    for (const text of [field.sensitive, builder.sensitiveHint])
      expect(text).toContain(days(keptDays.sensitive));
    const { readers, readersHosts } = messages[locale].room.chat;
    for (const text of [readers, readersHosts]) expect(text).toContain(days(keptDays.chat));
  });
});
