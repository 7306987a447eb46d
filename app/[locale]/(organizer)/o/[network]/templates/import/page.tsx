import { type NetworkParams, networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { ImportSeries } from "@/components/desk/import-series";
import { titled } from "@/components/site/titled";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: NetworkParams };

export const generateMetadata = titled((locale) => translator(locale, "templates")("import.title"));

/** A whole series from a file, beginning on a day that is named here. */
export default async function Page({ params }: PageProps) {
  const { locale, path, network } = await networkDesk(params, "/templates/import");
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <ImportSeries network={network} locale={locale} />
    </DeskPage>
  );
}
