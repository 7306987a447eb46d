import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { CalendarPage } from "@/components/programme/calendar-page";
import { eventFilter } from "@/components/programme/event-filter";
import { SitePage } from "@/components/site/site-page";
import { listNetworks } from "@/domain/alliance/queries";
import { publicCalendar } from "@/domain/programme/queries/calendar-page";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string }> };

export const dynamic = "force-static";
export const revalidate = 30;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "public")("calendar.title") };
}

/** The calendar without a filter, cached for everybody; a choice of filters is asked of `/events/find`. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [filter, at] = [eventFilter.parse({}), now()];
  const [view, networks] = await Promise.all([publicCalendar(filter, at), listNetworks()]);
  return (
    <SitePage locale={locale} path="/events" current="events">
      <CalendarPage view={view} networks={networks} filter={filter} locale={locale} now={at} />
    </SitePage>
  );
}
