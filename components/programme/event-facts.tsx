import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { OwnZone } from "@/components/programme/own-zone";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/locales";
import { formatDay, formatSpan } from "@/lib/time/format";

/** When, where and in which language, near the title. The reader's own zone is added in the browser. */
export function EventFacts({ event, locale }: { event: EventDetail; locale: Locale }) {
  const t = useTranslations("public.event");
  return (
    <ul className="facts">
      <li>
        <Icon name="calendar" />
        <span>
          <b>
            <time dateTime={event.startsAt.toISOString()}>
              {formatSpan({ locale, zone: event.timeZone, startsAt: event.startsAt, endsAt: event.endsAt })}
            </time>
          </b>
          {event.postponedFrom ? (
            <span className="muted">
              {t("postponedFrom", {
                when: formatDay({ locale, zone: event.timeZone, at: event.postponedFrom }),
              })}
            </span>
          ) : null}
          <OwnZone
            label={t("ownZone")}
            startsAt={event.startsAt.toISOString()}
            endsAt={event.endsAt.toISOString()}
            zone={event.timeZone}
            locale={locale}
          />
        </span>
      </li>
      <li>
        <Icon name={event.place ? "map-pin" : "video"} />
        <span>
          <b>{event.place ? t("hybrid") : t("online")}</b>
          <span className="muted">{event.place ?? t("onlineHint")}</span>
        </span>
      </li>
      <li>
        <Icon name="globe" />
        <span>
          <b>{event.language === "de" ? t("languageDe") : t("languageEn")}</b>
          <span className="muted">{t("notRecorded")}</span>
        </span>
      </li>
    </ul>
  );
}
