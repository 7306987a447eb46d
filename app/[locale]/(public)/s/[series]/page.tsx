import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { SeriesPage } from "@/components/programme/series-page";
import { SitePage } from "@/components/site/site-page";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { seriesWindow } from "@/domain/programme/queries/public-windows";
import { feedAlternates } from "@/lib/feeds/alternates";
import { shareData } from "@/lib/feeds/share";
import { localeOf } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; series: string }> };

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale: language, series: slug } = await params;
  const series = await findSeriesBySlug(slug);
  if (!series) return {};
  const { title, summary: description } = series;
  const [path, locale] = [`/s/${slug}`, localeOf(language)];
  const alternates = feedAlternates(path, locale);
  return { title, description, alternates, ...shareData({ path, locale, title, description }) };
}

export default async function Page({ params }: PageProps) {
  const { locale: language, series: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const series = await findSeriesBySlug(slug);
  if (!series) notFound();
  const view = await seriesWindow(series.id);
  return (
    <SitePage locale={locale} path={`/s/${slug}`} current="series">
      <SeriesPage series={series} view={view} locale={locale} now={now()} />
    </SitePage>
  );
}
