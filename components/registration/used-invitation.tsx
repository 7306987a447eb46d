import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./my-registration.css";

/** An invitation that lets nobody in any more: whom to ask, and the event where it is public. */
export function UsedInvitation({ event, locale }: { event: EventDetail; locale: Locale }) {
  const t = useTranslations("registration.usedInvitation");
  return (
    <div className="wrap wrap--text section">
      <div className="stack gap-4">
        <div className="okhead">
          <span className="okmark okmark--quiet">
            <Icon name="link" />
          </span>
          <div>
            <h1>{t("title")}</h1>
            <p className="lead">
              {t("text")} <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
            </p>
          </div>
        </div>
        <div className="row">
          {event.membersOnly ? null : (
            <ButtonLink variant="primary" href={href(locale, `/e/${event.slug}`)}>
              {t("event")}
            </ButtonLink>
          )}
          <ButtonLink href={href(locale, "/events")}>{t("events")}</ButtonLink>
        </div>
      </div>
    </div>
  );
}
