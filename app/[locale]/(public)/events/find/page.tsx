import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { CalendarPage } from "@/components/programme/calendar-page";
import { eventFilter, listOfChoice } from "@/components/programme/event-filter";
import { SitePage } from "@/components/site/site-page";
import { listNetworks } from "@/domain/alliance/queries";
import { publicCalendar } from "@/domain/programme/queries/calendar-page";
import { feedAlternates } from "@/lib/feeds/alternates";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const filter = eventFilter.parse(await searchParams);
  return {
    title: translator(locale, "public")("calendar.title"),
    alternates: feedAlternates(listOfChoice(filter), locale),
    robots: { index: false },
  };
}

/** The calendar with the filters of the address: `q`, `topic`, `kind`, `language` (each may repeat), `network`, and `page`. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const filter = eventFilter.parse(await searchParams);
  const at = now();
  const [view, networks] = await Promise.all([publicCalendar(filter, at), listNetworks()]);
  return (
    <SitePage locale={locale} path="/events" current="events">
      <CalendarPage view={view} networks={networks} filter={filter} locale={locale} now={at} />
    </SitePage>
  );
}
