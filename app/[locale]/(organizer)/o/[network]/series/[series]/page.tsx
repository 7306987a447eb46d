import { notFound } from "next/navigation";
import { networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { SeriesDesk } from "@/components/desk/series-desk";
import { titled } from "@/components/site/titled";
import { findSeriesAtDesk } from "@/domain/programme/queries/series-desk";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: Promise<{ locale: string; network: string; series: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "series")("choice.title"));

/** One series of the network that plans it: what it says, who hosts it, and what is in it. */
export default async function Page({ params, searchParams }: PageProps) {
  const { series: slug } = await params;
  const { locale, path, viewer, network } = await networkDesk(params, `/series/${slug}`);
  const desk = await findSeriesAtDesk(viewer, { networkId: network.id, slug });
  if (!desk) notFound();
  const isSaved = (await searchParams).saved === "1";
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <SeriesDesk {...{ desk, network, locale, isSaved }} />
    </DeskPage>
  );
}
