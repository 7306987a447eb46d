import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import type { Locale } from "@/lib/i18n/locales";
import { AskPage } from "./ask-page";
import type { TalkPartner } from "./talk-views";

const event = { id: "evt_1", slug: "treffen", timeZone: "Europe/Berlin" };
const partner: TalkPartner = {
  ...{ personId: "per_ben000001", name: "Ben Beispiel", organisation: "Beispiel GmbH", sentence: "" },
  profile: { role: "", size: "", region: "", languages: [], cooperation: [], ways: [], sentence: "" },
  ...{ reasons: [], cooperation: [] },
  slots: [{ startsAt: new Date("2027-03-10T01:00:00Z"), endsAt: new Date("2027-03-10T01:20:00Z") }],
};

/** What stands on the label of the only time, for somebody who lives there. */
function timeFor(ownZone: string, locale: Locale): string | undefined {
  const html = markupOf(
    <AskPage partner={{ ...partner, ownZone }} me="per_anna00001" {...{ event, locale }} />,
    locale,
  );
  return /<label class="slotpick">(.*?)<\/label>/
    .exec(html)?.[1]
    ?.replace(/<[^>]*>/g, " ")
    .replace(/ +/g, " ")
    .trim();
}

it.each([
  ["de", "Di., 9. März 20:00–20:20 Uhr GMT-5 Mi., 10. März, 02:00–02:20 Uhr MEZ vor Ort"],
  ["en", "Tue, 9 Mar 20:00–20:20 GMT-5 Wed, 10 Mar, 02:00–02:20 CET at the event"],
] as const)(
  "who lives elsewhere reads their own clock first and the event's behind it (%s)",
  (locale, said) => {
    expect(timeFor("America/New_York", locale)).toBe(said);
  },
);

it.each([
  ["de", "Mi., 10. März 02:00–02:20 Uhr MEZ"],
  ["en", "Wed, 10 Mar 02:00–02:20 CET"],
] as const)("who lives by the event's clock reads each time once (%s)", (locale, said) => {
  expect(timeFor("Europe/Paris", locale)).toBe(said);
});
