import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import { homeZone, type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { DismissedPeople } from "./dismiss-suggestion";
import { ReasonLines } from "./reason-lines";
import { SuggestionCard } from "./suggestion-card";
import type { TalkPartner } from "./talk-views";
import { MyWishes } from "./wish-choice";

const event = { id: "evt_1", slug: "treffen", timeZone: homeZone };
const moulding = { de: "Spritzguss-Simulation", en: "Moulding simulation" };
const sensors = { de: "Sensorik", en: "Sensors" };
const partner: TalkPartner = {
  personId: "per_ben000001",
  name: "Ben Beispiel",
  organisation: "Beispiel GmbH",
  sentence: "Wir bauen Werkzeuge.",
  profile: {
    ...{ role: "", size: "", region: "", languages: [], cooperation: [], ways: [] },
    sentence: "Wir bauen Werkzeuge.",
  },
  reasons: [
    { direction: "they_offer", tag: "simulation", words: moulding },
    { direction: "they_offer", tag: "zweitens", words: { de: "Zweitens", en: "Second" } },
    { direction: "they_seek", tag: "sensorik", words: sensors },
  ],
  cooperation: ["pilot"],
  slots: [{ startsAt: new Date("2027-03-10T09:00:00Z"), endsAt: new Date("2027-03-10T09:20:00Z") }],
};

const shown = (locale: Locale, node: ReactNode) => markupOf(node, locale);
const card = (locale: Locale, of = partner) =>
  shown(locale, <SuggestionCard suggestion={of} event={event} locale={locale} />);
const linesOf = (html: string) =>
  [...html.matchAll(/<span>((?:(?!<\/span>).)*<b>.*?<\/b>.*?)<\/span>/g)].map(([, line]) => line);

describe("a suggestion", () => {
  it("gives one reason of each direction in two lines", () => {
    expect(linesOf(card("de"))).toEqual([
      "Sie suchen <b>Spritzguss-Simulation</b> – bietet Beispiel GmbH.",
      "Beispiel GmbH sucht <b>Sensorik</b> – bieten Sie.",
    ]);
    expect(linesOf(card("en"))).toEqual([
      "You are looking for <b>Moulding simulation</b> – offered by Beispiel GmbH.",
      "Beispiel GmbH is looking for <b>Sensors</b> – you offer it.",
    ]);
  });

  it("says honestly when it fits one way only", () => {
    const oneWay = { ...partner, reasons: partner.reasons.slice(0, 1) };
    expect(card("de", oneWay)).toContain("Einseitig: Die andere Richtung ist noch offen.");
  });

  it.each(locales)(
    "tells the rule in words, without a number of per cent, and works without a script (%s)",
    (locale) => {
      const html = card(locale);
      const words = messages[locale].talks;
      expect(html).toContain(words.why.rule.slice(0, 60));
      expect(html).toContain("24");
      expect(html).not.toMatch(/%|Prozent|per cent/);
      expect(html.match(/<details>/g)).toHaveLength(3);
      for (const wish of ["must", "want", "never"]) expect(html).toContain(`value="${wish}"`);
      expect(html).not.toContain('value="none"');
      for (const [reason, label] of Object.entries(words.dismiss.reasons)) {
        expect(html).toContain(`value="${reason}"`);
        expect(html).toContain(label);
      }
      expect(html).toMatch(/<form[^>]* action="\/api\/me\/suggestions" method="post"/);
      expect(html).toContain(locale === "de" ? "Zweitens" : "Second");
    },
  );
});

it("what one wished for stands on the card, and can be taken back there and in the list of all wishes", () => {
  const wished = shown("de", <SuggestionCard suggestion={partner} wish="must" event={event} locale="de" />);
  expect(wished).toContain("Ihr Wunsch: unbedingt treffen");
  expect(wished).toContain('value="none"');
  expect(wished).not.toContain('value="must"');
  const listed = shown("de", <MyWishes wishes={[{ ...partner, wish: "never" }]} event={event} locale="de" />);
  expect(listed).toContain("1 Wunsch für den Gesprächsplan");
  expect(listed).toContain('aria-label="Wunsch zurücknehmen: Ben Beispiel"');
  expect(shown("de", <MyWishes wishes={[]} event={event} locale="de" />)).toBe("");
});

it("whoever was hidden can be suggested again by one click; nothing is shown where nobody was", () => {
  const hidden = shown("de", <DismissedPeople dismissed={[partner]} event={event} locale="de" />);
  expect(hidden).toContain("1 Vorschlag passt nicht");
  expect(hidden).toContain('value="undo"');
  expect(hidden).toContain('aria-label="Wieder vorschlagen: Ben Beispiel"');
  expect(shown("de", <DismissedPeople dismissed={[]} event={event} locale="de" />)).toBe("");
});

it("an organizer reads the same reasons of both by name", () => {
  const of = { personId: "per_anna00001", name: "Anna", organisation: "Anna AG" };
  const html = shown("de", <ReasonLines reasons={partner.reasons} partner={partner} of={of} locale="de" />);
  expect(linesOf(html)).toEqual([
    "Anna AG sucht <b>Spritzguss-Simulation</b> – bietet Beispiel GmbH.",
    "Beispiel GmbH sucht <b>Sensorik</b> – bietet Anna AG.",
  ]);
});
