import type { Metadata } from "next";
import { type OfficeParams, officePage } from "@/auth/office-doors";
import { Look } from "@/components/office/look";
import { OfficePage } from "@/components/office/office-page";

export const metadata: Metadata = { robots: { index: false } };

/** What the network looks like, its legal texts, and for how long it keeps what. */
export default async function Page({ params }: { params: OfficeParams }) {
  const office = await officePage(params, { below: "/look", permission: "network.manage" });
  const { locale, path, network, owns } = office;
  return (
    <OfficePage {...{ network, locale, path, owns }} current="look">
      <Look network={network} />
    </OfficePage>
  );
}
