import { type NetworkParams, networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { TemplateShelf } from "@/components/desk/template-shelf";
import { titled } from "@/components/site/titled";
import { listSeriesForDesk } from "@/domain/planning/queries/series-file";
import { listTemplates } from "@/domain/planning/queries/templates";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: NetworkParams };

export const generateMetadata = titled((locale) => translator(locale, "templates")("shelf.title"));

/** What a network plans from. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network } = await networkDesk(params, "/templates");
  const [templates, series] = await Promise.all([
    listTemplates(viewer, network.id),
    listSeriesForDesk(viewer, network.id),
  ]);
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <TemplateShelf network={network} templates={templates} series={series} locale={locale} />
    </DeskPage>
  );
}
