import "server-only";
import { findNetwork } from "@/domain/alliance/queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { OUR_COLOUR } from "@/lib/pdf/colour";
import type { AnyPaper } from "@/lib/pdf/papers";
import { formatClock, formatMoment, formatSpan } from "@/lib/time/format";
import type { EventReport } from "./report";
import { type ReportSection, reportSections } from "./report-sections";

type Asked = { locale: Locale; now: Date };

/** Of what people wrote in hundreds nobody reads more on paper; the other files have all. */
const MOST_LINES = 60;

/** The curve is a picture there, whose numbers the other files have. */
const linesOf = ({ id, lines }: ReportSection) => (id === "curve" ? [] : lines.slice(0, MOST_LINES));

function curveOf({ curve, about }: EventReport, locale: Locale) {
  if (!curve || curve.peak.count === 0) return undefined;
  const clock = (at: number) => formatClock({ at: new Date(at), zone: about.timeZone, locale });
  const [first, last] = [curve.points[0]?.at ?? 0, curve.points.at(-1)?.at ?? 0];
  return {
    counts: curve.points.map(({ count }) => count),
    most: `${curve.peak.count}`,
    from: clock(first),
    to: clock(last),
    summary: translator(locale, "report")("curve.summary", {
      ...{ from: clock(first), to: clock(last), at: clock(curve.peak.at) },
      count: curve.peak.count,
    }),
  };
}

/** The report as a document for whoever pays for the event, and for its files. */
export async function reportPaper(
  report: EventReport,
  { locale, now }: Asked,
): Promise<{ name: string; paper: AnyPaper }> {
  const t = translator(locale, "report");
  const { title, slug, networkId, startsAt, endsAt, timeZone: zone } = report.about;
  const network = await findNetwork(networkId);
  return {
    name: `${t("file.fileName")}-${slug}.pdf`,
    paper: {
      ...{ kind: "report", language: locale, title: `${t("title")}: ${title}` },
      colour: network?.colour ?? OUR_COLOUR,
      lines: [formatSpan({ locale, zone, startsAt, endsAt }), network?.name ?? ""].filter(Boolean),
      foot: t("paper.made", { at: formatMoment({ locale, zone, at: now }) }),
      pageOf: t("paper.pageOf"),
      sections: reportSections(report, locale).map((section) => ({
        title: section.title,
        ...(section.note ? { note: section.note } : {}),
        ...(section.id === "curve" ? { curve: curveOf(report, locale) } : {}),
        lines: linesOf(section).map(({ label, value, count }) => ({
          ...{ label, value: typeof value === "number" ? value.toLocaleString(locale) : value },
          ...(count === undefined ? {} : { count }),
        })),
      })),
    },
  };
}
