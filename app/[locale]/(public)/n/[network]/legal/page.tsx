import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { NetworkLegal } from "@/components/programme/network-legal";
import { SitePage } from "@/components/site/site-page";
import { findNetworkBySlug } from "@/domain/alliance/queries";
import { localeOf } from "@/lib/i18n/locales";

type PageProps = { params: Promise<{ locale: string; network: string }> };

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const network = await findNetworkBySlug((await params).network);
  return network ? { title: network.name } : {};
}

/** Imprint, privacy note and terms of one network. */
export default async function Page({ params }: PageProps) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const network = await findNetworkBySlug(slug);
  if (!network) notFound();
  return (
    <SitePage locale={locale} path={`/n/${slug}/legal`} current="networks">
      <NetworkLegal network={network} locale={locale} />
    </SitePage>
  );
}
