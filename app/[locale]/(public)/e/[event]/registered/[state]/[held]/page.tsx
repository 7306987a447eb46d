import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { ConfirmationPage } from "@/components/registration/confirmation-page";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { findPublicEvent } from "@/domain/programme/queries";
import { listOthersKnowing } from "@/domain/registration/queries/further-events";
import { clashesAmong } from "@/domain/registration/queries/week";
import { HELD_SEPARATOR, ownConfirmation } from "@/lib/held-events";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; event: string; state: string; held: string }> };

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const generateMetadata = titled((locale) => translator(locale, "registration")("mine.title"));

/**
 * What follows a registration, at `/e/…/registered`: the server in front tells which events this browser holds
 * (`lib/held-events`), so that all who hold the same are sent one cached page. It says what is true of the event, never
 * who is in it. A mere claim is enough for that, so it speaks of public events only; the gate lets nobody in here from
 * outside.
 */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug, state, held } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const ids = new Set(held.split(HELD_SEPARATOR));
  const event = await findPublicEvent(slug);
  if (!event || !ids.has(event.id)) redirect(href(locale, ownConfirmation(slug)));
  const now = clockNow();
  return (
    <SitePage locale={locale} path={`/e/${slug}/registered`} current="events">
      <ConfirmationPage
        event={event}
        state={state === "waiting" || state === "pending" ? state : "confirmed"}
        locale={locale}
        now={now}
        others={await listOthersKnowing(event, ids, now)}
        clashes={await clashesAmong(event, ids)}
        again={{ afterEventId: event.id }}
      />
    </SitePage>
  );
}
