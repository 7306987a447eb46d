import "server-only";
import type { CsvFormat } from "@/lib/csv/formats";
import { type Cell, csvParts } from "@/lib/csv/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { outcomes } from "../rules/afterwards";
import type { Counts, Outcomes, TalkReportView, ToldLabel } from "./talk-report";

type Asked = { format: CsvFormat; locale: Locale };
type Row = {
  level: "total" | "network" | "pair" | "person" | "topic";
  name: string;
  /** The other network of a pair, or a person's organisation. */
  second?: string;
  people?: number;
  withoutTalk?: number;
  asked?: number;
  counts?: Counts | null;
  outcomes?: Outcomes | null;
  /** What was sought and what of it no talk was about. */
  needs?: { sought?: number; unmet: number; offered?: number };
};

const numbers = [
  ...(["requested", "accepted", "declined", "talks"] as const),
  ...(["held", "unknown", "minutes", "noShows"] as const),
];

function rowsOf(view: TalkReportView, locale: Locale): Row[] {
  const t = translator(locale, "talkReport");
  const nameOf = (label: ToldLabel) => (label === "others" ? t("others") : (view.names.get(label) ?? ""));
  return [
    { level: "total", name: t("total"), ...view.total },
    ...view.networks.map(({ label, ...line }): Row => ({ level: "network", name: nameOf(label), ...line })),
    ...view.pairs.map(
      ({ labels: [one, other], ...line }): Row => ({
        ...{ level: "pair", name: nameOf(one), second: nameOf(other) },
        ...line,
      }),
    ),
    ...view.people.map(
      ({ name, organisation, asked, counts, unmet }): Row => ({
        ...{ level: "person", name, second: organisation, asked, counts },
        needs: { unmet: unmet.length },
      }),
    ),
    ...view.topics.map(
      ({ words, sought, unmet, offered }): Row => ({
        ...{ level: "topic", name: words[locale] },
        needs: { sought, unmet, offered },
      }),
    ),
  ];
}

/** The report as a file: one line for each total, network, pair of networks, person and topic; empty where nothing is told. */
export function talkReportFile(view: TalkReportView, { format, locale }: Asked) {
  const t = translator(locale, "talkReport");
  const head = [
    ...[t("file.level"), t("file.name"), t("file.second"), t("people"), t("withoutTalk"), t("asked")],
    ...numbers.map((key) => t(key)),
    ...outcomes.map((key) => t(`outcomes.${key}`)),
    ...[t("sought"), t("unmet"), t("offered")],
  ];
  const cells = (row: Row): Cell[] => [
    ...[t(`file.${row.level}`), row.name, row.second ?? null],
    ...[row.people ?? null, row.withoutTalk ?? null, row.asked ?? null],
    ...numbers.map((key) => row.counts?.[key] ?? null),
    ...outcomes.map((key) => row.outcomes?.[key] ?? null),
    ...[row.needs?.sought ?? null, row.needs?.unmet ?? null, row.needs?.offered ?? null],
  ];
  const name = `${t("file.fileName")}-${view.about.slug}.csv`;
  return { name, parts: csvParts({ format, head, rows: rowsOf(view, locale), cells }) };
}
