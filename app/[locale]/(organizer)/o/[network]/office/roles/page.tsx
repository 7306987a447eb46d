import { notFound } from "next/navigation";
import { type OfficeParams, officePage } from "@/auth/office-doors";
import { OfficePage } from "@/components/office/office-page";
import { Roles } from "@/components/office/roles";
import { titled } from "@/components/site/titled";
import { rolesForOffice } from "@/domain/alliance/queries/office";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

export const generateMetadata = titled((locale) => translator(locale, "office")("tabs.roles"));

/** Who runs the network's office, and who is invited to. */
export default async function Page({ params }: { params: OfficeParams }) {
  const office = await officePage(params, { below: "/roles", permission: "network.manage" });
  const { locale, path, viewer, network, owns } = office;
  const list = await rolesForOffice(viewer, network.id, now());
  if (!list) notFound();
  return (
    <OfficePage {...{ network, locale, path, owns }} current="roles">
      <Roles {...{ list, locale }} networkId={network.id} viewerId={viewer.personId} />
    </OfficePage>
  );
}
