import "server-only";
import type { CsvFormat } from "@/lib/csv/formats";
import { csvParts } from "@/lib/csv/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { EventReport } from "./report";
import { reportSections } from "./report-sections";

type Asked = { format: CsvFormat; locale: Locale };

/** The report as a table: a line for each number, with the section it stands in. */
export function reportFile(report: EventReport, { format, locale }: Asked) {
  const t = translator(locale, "report");
  const rows = reportSections(report, locale).flatMap(({ title, lines }) =>
    lines.map((line) => ({ title, ...line })),
  );
  const cells = ({ title, label, value, count }: (typeof rows)[number]) => [title, label, count ?? value];
  return {
    name: `${t("file.fileName")}-${report.about.slug}.csv`,
    parts: csvParts({ format, head: [t("file.section"), t("file.item"), t("file.value")], rows, cells }),
  };
}

/** The same for programs: what is counted by its own name, in no language. */
export function reportJson(report: EventReport, locale: Locale) {
  const { about, networks, curve, ...numbers } = report;
  const at = (instant: number) => new Date(instant).toISOString();
  return {
    name: `${translator(locale, "report")("file.fileName")}-${about.slug}.json`,
    json: {
      version: 1,
      event: about,
      ...numbers,
      networks: networks.map(({ name, count }) => ({ name, count })),
      curve: curve && {
        peak: { ...curve.peak, at: at(curve.peak.at) },
        points: curve.points.map((point) => ({ ...point, at: at(point.at) })),
      },
    },
  };
}
