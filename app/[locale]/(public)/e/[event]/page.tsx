import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { eventData } from "@/components/programme/event-data";
import { EventPage } from "@/components/programme/event-page";
import { DataBlock } from "@/components/site/data-block";
import { SitePage } from "@/components/site/site-page";
import { questionsOf } from "@/domain/forms/queries";
import { findPublicEvent, listOthersOfSeries } from "@/domain/programme/queries";
import { publicMaterials } from "@/domain/programme/queries/materials";
import { whoIsPubliclyThere } from "@/domain/registration/queries/who-is-there";
import { origin } from "@/lib/env";
import { shareData } from "@/lib/feeds/share";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; event: string }> };

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale: language, event: slug } = await params;
  const event = await findPublicEvent(slug);
  if (!event) return {};
  const { title, summary: description } = event;
  const locale = localeOf(language);
  return { title, description, ...shareData({ path: `/e/${slug}`, locale, title, description }) };
}

/**
 * One event for everybody: cached, and rendered anew when a fact about it bumps its tag. What it may not show leads to
 * the page that knows the visitor, members-only events and missing ones alike, so that nothing is told of either.
 */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const event = await findPublicEvent(slug);
  if (!event) redirect(href(locale, `/e/${slug}/register`));
  const now = clockNow();
  const [also, present, questions, materials] = await Promise.all([
    listOthersOfSeries(event, { now, limit: 3 }),
    whoIsPubliclyThere(event, now),
    questionsOf(event.id),
    publicMaterials(event, now),
  ]);
  return (
    <SitePage locale={locale} path={`/e/${slug}`} current="events">
      <DataBlock data={eventData(event, { origin: origin(), locale, now })} />
      <EventPage {...{ event, questions, materials, also, present, locale, now }} />
    </SitePage>
  );
}
