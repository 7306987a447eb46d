import { type NetworkParams, networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { SeriesShelf } from "@/components/desk/series-shelf";
import { titled } from "@/components/site/titled";
import { listSeriesAtDesk } from "@/domain/programme/queries/series-desk";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: NetworkParams };

export const generateMetadata = titled((locale) => translator(locale, "series")("desk.title"));

/** The series that a network plans, hosts, or is asked to host. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network } = await networkDesk(params, "/series");
  const series = await listSeriesAtDesk(viewer, network.id);
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <SeriesShelf {...{ network, series, locale }} />
    </DeskPage>
  );
}
