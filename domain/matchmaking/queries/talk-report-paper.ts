import "server-only";
import { findNetwork } from "@/domain/alliance/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { OUR_COLOUR } from "@/lib/pdf/colour";
import type { AnyPaper } from "@/lib/pdf/papers";
import { formatDay, formatMoment } from "@/lib/time/format";
import { outcomes } from "../rules/afterwards";
import type { Counts, TalkReportView, ToldLabel } from "./talk-report";

type Asked = { locale: Locale; now: Date };
type PaperRow = { text: string; note?: string }[];

const shown = ["requested", "accepted", "declined", "talks", "held", "minutes", "noShows"] as const;

/** What two networks and more of this many rows would say nobody reads on paper; the other files have all. */
const MOST_ROWS = 1_500;

function rowsOf(view: TalkReportView, locale: Locale): PaperRow[] {
  const t = translator(locale, "talkReport");
  const nameOf = (label: ToldLabel) => (label === "others" ? t("others") : (view.names.get(label) ?? ""));
  const row = (text: string, note: string | undefined, counts: Counts | null): PaperRow => [
    { text, ...(note ? { note } : {}) },
    ...shown.map((key) => ({ text: counts ? `${counts[key]}` : t("paper.few") })),
  ];
  return [
    row(t("total"), undefined, view.total.counts),
    ...view.networks.map(({ label, counts }) => row(nameOf(label), t("file.network"), counts)),
    ...view.pairs.map(({ labels: [one, other], counts }) =>
      row(
        t(one === other ? "within" : "pair", { one: nameOf(one), other: nameOf(other) }),
        t("file.pair"),
        counts,
      ),
    ),
    ...view.people.map(({ name, organisation, counts }) => row(name, organisation || undefined, counts)),
  ].slice(0, MOST_ROWS);
}

/** The report as a document for the office. */
export async function talkReportPaper(
  view: TalkReportView,
  { locale, now }: Asked,
): Promise<{ name: string; paper: AnyPaper }> {
  const t = translator(locale, "talkReport");
  const { title, slug, networkId, startsAt, endsAt, timeZone: zone } = view.about;
  const said = view.total.outcomes;
  const outcomeLine = said
    ? outcomes.map((key) => `${t(`outcomes.${key}`)}: ${said[key]}`).join(" · ")
    : t("outcomesFew");
  const unmet = view.topics.reduce((sum, topic) => sum + topic.unmet, 0);
  const days = [startsAt, endsAt].map((at) => formatDay({ at, zone, locale }));
  return {
    name: `${t("file.fileName")}-${slug}.pdf`,
    paper: {
      ...{ kind: "table", language: locale, title: `${t("title")}: ${title[locale]}` },
      colour: (await findNetwork(networkId))?.colour ?? OUR_COLOUR,
      lines: [[...new Set(days)].join(" – "), outcomeLine, t("paper.needs", { count: unmet })],
      foot: t("paper.made", { at: formatMoment({ locale, zone, at: now }) }),
      pageOf: t("paper.pageOf"),
      columns: [
        { label: t("paper.who"), share: 15, isStrong: true },
        ...shown.map((key) => ({ label: t(`paper.${key}`), share: 4.4 })),
      ],
      rows: rowsOf(view, locale),
    },
  };
}
