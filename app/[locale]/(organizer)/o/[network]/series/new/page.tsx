import type { Metadata } from "next";
import { type NetworkParams, networkDesk } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { NewSeries } from "@/components/desk/new-series";

type PageProps = { params: NetworkParams };

export const metadata: Metadata = { robots: { index: false } };

/** A title and its days: what a series needs to begin. */
export default async function Page({ params }: PageProps) {
  const { locale, path, network } = await networkDesk(params, "/series/new");
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <NewSeries network={network} locale={locale} />
    </DeskPage>
  );
}
