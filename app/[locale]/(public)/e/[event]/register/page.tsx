import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { EventPage } from "@/components/programme/event-page";
import { SitePage } from "@/components/site/site-page";
import { findPublicEvent, listOthersOfSeries } from "@/domain/programme/queries";
import { localeOf } from "@/lib/i18n/locales";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; event: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** The event page again after a refused post: what was typed is still there, and what was wrong stands beside it. */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [event, refused] = await Promise.all([findPublicEvent(slug), readFlash()]);
  if (!event) notFound();
  const now = clockNow();
  const also = await listOthersOfSeries(event, { now, limit: 3 });
  return (
    <SitePage locale={locale} path={`/e/${slug}`} current="events">
      <EventPage event={event} also={also} locale={locale} now={now} refused={refused} />
    </SitePage>
  );
}
