import { useTranslations } from "next-intl";
import type { EventSummary } from "@/components/programme/event-views";
import { ButtonLink } from "@/components/ui/button";
import { NetworkLine } from "@/components/ui/network-mark";
import { closedReason } from "@/domain/registration/rules/window";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";

/** More than these would push the week off the first screen; the calendar has them all. */
const SHOWN = 3;

type LiveNowProps = { events: readonly EventSummary[]; locale: Locale; now: Date };

/** What is on air now, each with one way in; what runs over its end is for those who have registered. */
export function LiveNow({ events, locale, now }: LiveNowProps) {
  const t = useTranslations("public");
  const wayIn = (event: EventSummary) =>
    closedReason(event, now) ? t("home.enter") : t("home.registerAndEnter");
  return (
    <section className="card card--flush card--raised live" aria-labelledby="live">
      <div className="card__head">
        <h2 id="live">{t("home.live")}</h2>
        {events.length > 0 ? <span className="badge badge--live">{events.length}</span> : null}
      </div>
      {events.length === 0 ? <p className="card__body small muted">{t("home.liveNone")}</p> : null}
      <ul className="live__list divided">
        {events.slice(0, SHOWN).map((event, index) => (
          <li key={event.id}>
            <div className="row between small muted">
              <span>
                {t("home.since")}{" "}
                <time dateTime={event.startsAt.toISOString()}>
                  {momentClock({ locale, zone: event.timeZone, at: event.startsAt })}
                </time>
              </span>
              <span>{t("seats.registered", { count: event.seats.confirmed })}</span>
            </div>
            <h3>
              <a className="plain" href={href(locale, `/e/${event.slug}`)} lang={event.language}>
                {event.title}
              </a>
            </h3>
            <NetworkLine networks={event.networks} />
            <ButtonLink
              block
              size="sm"
              variant={index === 0 ? "primary" : "secondary"}
              href={href(locale, `/e/${event.slug}#anmelden`)}
              aria-label={`${wayIn(event)}: ${event.title}`}
            >
              {wayIn(event)}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {events.length > SHOWN ? (
        <p className="card__body small">
          <a href={href(locale, "/events")}>{t("home.liveMore", { count: events.length - SHOWN })}</a>
        </p>
      ) : null}
    </section>
  );
}
