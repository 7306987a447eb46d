import { notFound } from "next/navigation";
import { z } from "zod";
import { type OfficeParams, officePage } from "@/auth/office-doors";
import { Members } from "@/components/office/members";
import { OfficePage } from "@/components/office/office-page";
import { titled } from "@/components/site/titled";
import { membersForOffice } from "@/domain/alliance/queries/office";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: OfficeParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "office")("tabs.members"));

const asked = z.object({ q: z.string().trim().max(100).catch("") });

/** Who belongs to the network: its list, searched by `?q=`, and its domains. */
export default async function Page({ params, searchParams }: PageProps) {
  const office = await officePage(params, { below: "", permission: "members.manage" });
  const { locale, path, viewer, network, owns } = office;
  const { q: search } = asked.parse(await searchParams);
  const list = await membersForOffice(viewer, { networkId: network.id, search });
  if (!list) notFound();
  return (
    <OfficePage {...{ network, locale, path, owns }} current="members">
      <Members {...{ list, search }} networkId={network.id} path={href(locale, path)} />
    </OfficePage>
  );
}
