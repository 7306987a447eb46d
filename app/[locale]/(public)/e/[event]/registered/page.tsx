import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { currentActor } from "@/auth/session";
import { ConfirmationPage } from "@/components/registration/confirmation-page";
import { SitePage } from "@/components/site/site-page";
import { listOthersOfSeries } from "@/domain/programme/queries";
import { findVisibleEvent } from "@/domain/programme/queries/visible-events";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { robots: { index: false } };

/** What follows a registration, in the browser that made it. It says what is true of the event, never who is in it. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, query] = await Promise.all([currentActor(), searchParams]);
  const event = await findVisibleEvent(actor, slug);
  if (!event) notFound();
  const seats = actor.type === "person" || actor.type === "guest" ? actor.seats : [];
  if (!seats.some((seat) => seat.eventId === event.id)) redirect(href(locale, `/e/${slug}`));
  const now = clockNow();
  const others = await listOthersOfSeries(event, { now, limit: 6 });
  return (
    <SitePage locale={locale} path={`/e/${slug}/registered`} current="events">
      <ConfirmationPage
        event={event}
        waiting={query.state === "waiting"}
        locale={locale}
        now={now}
        others={others.map((other) => ({
          event: other,
          taken: seats.some((seat) => seat.eventId === other.id),
        }))}
      />
    </SitePage>
  );
}
