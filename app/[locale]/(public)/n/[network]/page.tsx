import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { eventFilter } from "@/components/programme/event-filter";
import { NetworkPage } from "@/components/programme/network-page";
import { SitePage } from "@/components/site/site-page";
import { findNetworkBySlug } from "@/domain/alliance/queries";
import { eventPage } from "@/domain/programme/queries/calendar-page";
import { feedAlternates } from "@/lib/feeds/alternates";
import { shareData } from "@/lib/feeds/share";
import { localeOf } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; network: string }> };

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale: language, network: slug } = await params;
  const network = await findNetworkBySlug(slug);
  if (!network) return {};
  const { name: title } = network;
  const [path, locale] = [`/n/${slug}`, localeOf(language)];
  return { title, alternates: feedAlternates(path, locale), ...shareData({ path, locale, title }) };
}

export default async function Page({ params }: PageProps) {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const network = await findNetworkBySlug(slug);
  if (!network) notFound();
  const at = now();
  const view = await eventPage({ ...eventFilter.parse({}), network: network.slug }, at);
  return (
    <SitePage locale={locale} path={`/n/${slug}`} current="networks">
      <NetworkPage network={network} view={view} locale={locale} now={at} />
    </SitePage>
  );
}
