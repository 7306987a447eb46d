import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { EventPage } from "@/components/programme/event-page";
import { SitePage } from "@/components/site/site-page";
import { questionsOf } from "@/domain/forms/queries";
import { listOthersOfSeries } from "@/domain/programme/queries";
import { materialsFor } from "@/domain/programme/queries/materials";
import { findVisibleEvent } from "@/domain/programme/queries/visible-events";
import { knownPerson } from "@/domain/registration/queries/known-person";
import { whoIsPubliclyThere } from "@/domain/registration/queries/who-is-there";
import { localeOf } from "@/lib/i18n/locales";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; event: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const event = await findVisibleEvent(await currentActor(), (await params).event);
  return event ? { title: event.title } : {};
}

/**
 * The event page for one person: with the details of whoever is signed in, and after a refused post with what was typed
 * and what was wrong beside it. For members-only events, which the cached page does not show, it is the page itself.
 */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, refused] = await Promise.all([currentActor(), readFlash()]);
  const event = await findVisibleEvent(actor, slug);
  if (!event) notFound();
  const now = clockNow();
  const [known, also, present, questions, materials] = await Promise.all([
    knownPerson(actor),
    listOthersOfSeries(event, { now, limit: 3 }),
    whoIsPubliclyThere(event, now),
    questionsOf(event.id),
    materialsFor(actor, event.id, now),
  ]);
  return (
    <SitePage locale={locale} path={`/e/${slug}`} current="events" unlisted>
      <EventPage {...{ event, questions, materials, also, present, locale, now, refused, known }} />
    </SitePage>
  );
}
