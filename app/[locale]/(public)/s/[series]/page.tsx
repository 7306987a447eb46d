import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { seriesData } from "@/components/programme/series-data";
import { SeriesPage } from "@/components/programme/series-page";
import { WeekForm } from "@/components/registration/week-form";
import { DataBlock } from "@/components/site/data-block";
import { SitePage } from "@/components/site/site-page";
import { seriesWords } from "@/domain/programme/labels";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { seriesWindow } from "@/domain/programme/queries/public-windows";
import { weekOf } from "@/domain/registration/queries/week";
import { origin } from "@/lib/env";
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
  const [path, locale] = [`/s/${slug}`, localeOf(language)];
  const { title, summary: description } = seriesWords(series, locale);
  const alternates = feedAlternates(path, locale);
  return { title, description, alternates, ...shareData({ path, locale, title, description }) };
}

export default async function Page({ params }: PageProps) {
  const { locale: language, series: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const series = await findSeriesBySlug(slug);
  if (!series) notFound();
  const at = now();
  // Rendered for everybody: what it shows to strangers is what anybody may see.
  const [view, week] = await Promise.all([
    seriesWindow(series.id),
    weekOf({ type: "guest", seats: [] }, { seriesId: series.id, now: at }),
  ]);
  return (
    <SitePage locale={locale} path={`/s/${slug}`} current="series">
      <DataBlock data={seriesData({ series, view }, { origin: origin(), locale })} />
      <SeriesPage series={series} view={view} locale={locale} now={at}>
        {week.length > 0 ? <WeekForm series={series} week={week} locale={locale} /> : null}
      </SeriesPage>
    </SitePage>
  );
}
