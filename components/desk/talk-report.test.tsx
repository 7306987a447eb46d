import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TalkReport } from "@/components/desk/talk-report";
import type { Counts, TalkReportView } from "@/domain/matchmaking/queries/talk-report";
import type { Locale } from "@/lib/i18n/locales";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

const counts = (held: number): Counts => ({
  ...{ requested: held + 2, accepted: held, declined: 1, talks: held },
  ...{ held, unknown: 0, minutes: held * 18, noShows: 0 },
});
const said = { did_not_happen: 0, no_common_interest: 2, interesting: 4, cooperation_possible: 6 };
const [own, other] = ["net_own", "net_other"] as const;

const view: TalkReportView = {
  about: {
    ...{
      title: { de: "Nachmittag", en: "Afternoon" },
      slug: "nachmittag",
      networkId: own,
      timeZone: homeZone,
    },
    ...{ startsAt: new Date("2026-11-24T09:00:00Z"), endsAt: new Date("2026-11-24T12:00:00Z") },
  },
  events: 1,
  total: { people: 24, withoutTalk: 2, counts: counts(12), outcomes: said },
  people: [
    {
      ...{ personId: "per_ada", networkId: own, asked: 1, counts: counts(3) },
      ...{ name: "Ada Beispiel", organisation: "Musterwerk" },
      unmet: [{ de: "Robotik", en: "Robotics" }],
    },
  ],
  networks: [
    { label: own, people: 12, withoutTalk: 1, counts: counts(9), outcomes: said },
    { label: other, people: 8, withoutTalk: 1, counts: counts(5), outcomes: null },
    { label: "others", people: 4, withoutTalk: 0, counts: counts(2), outcomes: null },
  ],
  pairs: [
    { labels: [own, own], counts: counts(7), outcomes: said },
    { labels: [own, other], counts: counts(4), outcomes: null },
    { labels: [other, other], counts: null, outcomes: null },
  ],
  names: new Map([
    [own, "Netz Eins"],
    [other, "Netz Zwei"],
  ]),
  topics: [{ tag: "robotik", words: { de: "Robotik", en: "Robotics" }, sought: 4, unmet: 3, offered: 1 }],
  otherNeeds: { needs: 7, unmet: 5 },
  entries: { own: [{ entryId: "ent_one", title: "Prüfplatz gesucht" }], others: 2 },
};

const shown = (report: TalkReportView, locale: Locale = "de") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      <TalkReport report={report} locale={locale} path="/o/netz/e/nachmittag/talks-report" action="/there" />
    </NextIntlClientProvider>,
  );
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

it("shows who talked with whom as a picture whose numbers can be read, and all of them in a table", () => {
  const html = shown(view);
  const matrix = html.slice(html.indexOf("netmatrix"), html.indexOf("<details"));
  expect(wordsOf(matrix)).toContain("Netzwerk 1 2 3");
  expect([...matrix.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => wordsOf(cell ?? "").trim())).toEqual(
    [...["7", "4", "0"], ...["4", "–", "0"], ...["0", "0", "0"]],
  );
  expect(matrix).toContain("--v:100%");
  const table = wordsOf(html.slice(html.indexOf("<details")));
  expect(table).toContain("Netz Eins und Netz Zwei");
  expect(table).toContain("Netz Zwei, untereinander zu wenige Personen");
});

it("says in both languages what is counted, and that too few said what came of it", () => {
  expect(wordsOf(shown(view))).toContain("Andere und ohne Netzwerk");
  expect(wordsOf(shown(view, "en"))).toContain("Others and without a network");
  const few = { ...view, total: { ...view.total, outcomes: null } };
  expect(wordsOf(shown(few))).toContain(
    "wenn die Gesprächszeiten vorbei sind und alle etwas angegeben haben",
  );
});

it("says so where nobody has asked for a talk", () => {
  const none = { ...view, total: { ...view.total, counts: { ...counts(0), requested: 0 } } };
  expect(wordsOf(shown(none))).toContain("Noch hat niemand ein Gespräch angefragt");
});
