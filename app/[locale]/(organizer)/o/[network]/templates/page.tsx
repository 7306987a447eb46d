import type { Metadata } from "next";
import { type NetworkParams, networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { TemplateShelf } from "@/components/desk/template-shelf";
import { listSeriesForDesk } from "@/domain/planning/queries/series-file";
import { listTemplates } from "@/domain/planning/queries/templates";

type PageProps = { params: NetworkParams };

export const metadata: Metadata = { robots: { index: false } };

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
