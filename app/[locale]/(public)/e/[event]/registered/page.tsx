import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { currentActor } from "@/auth/session";
import { ConfirmationPage, type ConfirmationState } from "@/components/registration/confirmation-page";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { findVisibleEvent } from "@/domain/programme/queries/visible-events";
import { findMyRegistration, type MyRegistration } from "@/domain/registration/queries";
import { listFurtherEvents } from "@/domain/registration/queries/further-events";
import { clashesOf } from "@/domain/registration/queries/week";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; event: string }> };

export const generateMetadata = titled((locale) => translator(locale, "registration")("mine.title"));

/** An offer is the answer to waiting: whoever has one is told of it in the mail and on their own page. */
const stateOf = (status: MyRegistration["status"]): ConfirmationState =>
  status === "confirmed" || status === "pending" ? status : "waiting";

/**
 * The confirmation from the rows, for what the cached `[state]/[held]` may not show: members-only events, and whoever is
 * signed in where they did not register. Anybody else is led to the event.
 */
export default async function Page({ params }: PageProps) {
  const { locale: language, event: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const actor = await currentActor();
  const registration = await findMyRegistration(actor, slug);
  const event = registration && (await findVisibleEvent(actor, slug));
  if (!registration || !event) redirect(href(locale, `/e/${slug}`));
  const now = clockNow();
  return (
    <SitePage
      locale={locale}
      path={`/e/${slug}/registered`}
      current="events"
      signedIn={actor.type === "person"}
      unlisted
    >
      <ConfirmationPage
        event={event}
        state={stateOf(registration.status)}
        locale={locale}
        now={now}
        others={await listFurtherEvents(actor, registration, now)}
        clashes={await clashesOf(actor, registration)}
        again={{ registrationId: registration.id }}
      />
    </SitePage>
  );
}
