import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { ConfirmationPage } from "@/components/registration/confirmation-page";
import { SitePage } from "@/components/site/site-page";
import { findHeldEvent, listOthersOfSeries } from "@/domain/programme/queries";
import { HELD_SEPARATOR } from "@/lib/held-events";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; event: string; state: string; held: string }> };

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const metadata: Metadata = { robots: { index: false } };

/**
 * What follows a registration, at `/e/…/registered`: the server in front tells which events this browser holds
 * (`lib/held-events`), so that all who hold the same are sent one cached page. It says what is true of the event,
 * never who is in it. The gate lets nobody in here from outside, so what is held has been proven.
 */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug, state, held } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const ids = new Set(held.split(HELD_SEPARATOR));
  const event = await findHeldEvent(ids, slug);
  if (!event) redirect(href(locale, `/e/${slug}`));
  const now = clockNow();
  const others = await listOthersOfSeries(event, { now, limit: 6 });
  return (
    <SitePage locale={locale} path={`/e/${slug}/registered`} current="events">
      <ConfirmationPage
        event={event}
        waiting={state === "waiting"}
        locale={locale}
        now={now}
        others={others.map((other) => ({ event: other, taken: ids.has(other.id) }))}
      />
    </SitePage>
  );
}
