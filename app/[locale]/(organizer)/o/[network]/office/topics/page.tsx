import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type OfficeParams, officePage } from "@/auth/office-doors";
import { Taxonomy } from "@/components/board/taxonomy";
import { OfficePage } from "@/components/office/office-page";
import { tagsForOffice } from "@/domain/board/queries/taxonomy";

export const metadata: Metadata = { robots: { index: false } };

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
