import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { QuietCard } from "./quiet-card";

/** An invitation that lets nobody in any more: whom to ask, and the event where it is public. */
export function UsedInvitation({ event, locale }: { event: EventDetail; locale: Locale }) {
  const t = useTranslations("registration.usedInvitation");
  const text = (
    <>
      {t("text")} <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
    </>
  );
  const ways = (
    <>
      {event.membersOnly ? null : (
        <ButtonLink variant="primary" href={href(locale, `/e/${event.slug}`)}>
          {t("event")}
        </ButtonLink>
      )}
      <ButtonLink href={href(locale, "/events")}>{t("events")}</ButtonLink>
    </>
  );
  return <QuietCard title={t("title")} text={text} ways={ways} />;
}
