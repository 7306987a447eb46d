import { notFound } from "next/navigation";
import { type OfficeParams, officePage } from "@/auth/office-doors";
import { Taxonomy } from "@/components/board/taxonomy";
import { OfficePage } from "@/components/office/office-page";
import { titled } from "@/components/site/titled";
import { tagsForOffice } from "@/domain/board/queries/taxonomy";
import { translator } from "@/lib/i18n/translator";

export const generateMetadata = titled((locale) => translator(locale, "office")("tabs.topics"));

/** The topics that all networks of the alliance share. */
export default async function Page({ params }: { params: OfficeParams }) {
  const office = await officePage(params, { below: "/topics", permission: "taxonomy.manage" });
  const { locale, path, viewer, network, owns } = office;
  const topics = await tagsForOffice(viewer, network.id);
  if (!topics) notFound();
  return (
    <OfficePage {...{ network, locale, path, owns }} current="topics">
      <Taxonomy {...topics} networkId={network.id} locale={locale} />
    </OfficePage>
  );
}
