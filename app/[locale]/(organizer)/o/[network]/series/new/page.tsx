import { type NetworkParams, networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { NewSeries } from "@/components/desk/new-series";
import { titled } from "@/components/site/titled";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: NetworkParams };

export const generateMetadata = titled((locale) => translator(locale, "series")("desk.new"));

/** A title and its days: what a series needs to begin. */
export default async function Page({ params }: PageProps) {
  const { locale, path, network } = await networkDesk(params, "/series/new");
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <NewSeries network={network} locale={locale} />
    </DeskPage>
  );
}
