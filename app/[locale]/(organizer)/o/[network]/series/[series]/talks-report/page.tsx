import { notFound } from "next/navigation";
import { networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { SeriesReportHead } from "@/components/desk/series-report-head";
import { TalkReport } from "@/components/desk/talk-report";
import { titled } from "@/components/site/titled";
import { seriesTalkReport } from "@/domain/matchmaking/queries/talk-report";
import { findSeriesAtDesk } from "@/domain/programme/queries/series-desk";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: Promise<{ locale: string; network: string; series: string }> };

export const generateMetadata = titled((locale) => translator(locale, "talkReport")("title"));

/** What came of the talks of a whole series, for the office that owns it. */
export default async function Page({ params }: PageProps) {
  const { series: slug } = await params;
  const { locale, path, viewer, network } = await networkDesk(params, `/series/${slug}/talks-report`);
  const desk = await findSeriesAtDesk(viewer, { networkId: network.id, slug });
  const report = desk && (await seriesTalkReport(viewer, desk.part.id));
  if (!report) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <SeriesReportHead {...{ network, locale }} part={desk.part} events={report.events} />
      <TalkReport
        {...{ report, locale, path }}
        action={`/api/networks/${network.id}/series/${desk.part.id}/talks-report`}
      />
    </DeskPage>
  );
}
