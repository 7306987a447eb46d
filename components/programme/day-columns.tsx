import { useTranslations } from "next-intl";
import type { EventSummary } from "@/components/programme/event-views";
import { Badge } from "@/components/ui/badge";
import { networkStyle } from "@/components/ui/network-mark";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { dayKey, dayParts, formatClock, formatDayMonth, formatEndClock, zoneName } from "@/lib/time/format";

type DayColumnsProps = {
  events: readonly EventSummary[];
  days: readonly Date[];
  today: string;
  locale: Locale;
  zone: string;
};

/** The days of a week or two as columns, five side by side, each with its events in order of their start. */
export function DayColumns({ events, days, today, locale, zone }: DayColumnsProps) {
  const t = useTranslations("public.series");
  return (
    <section className="daygrid only-wide" aria-label={t("timetable")}>
      {days.map((date) => {
        const key = dayKey({ zone, at: date });
        const own = events.filter((event) => dayKey({ zone, at: event.startsAt }) === key);
        return (
          <section key={key} className={key === today ? "daycol is-today" : "daycol"}>
            <h2>
              {dayParts({ locale, zone, at: date }).weekday}{" "}
              <b>{formatDayMonth({ locale, zone, at: date })}</b>
            </h2>
            {own.length === 0 ? <p className="tiny subtle">{t("noEvents")}</p> : null}
            <ul>
              {own.map((event) => (
                <li key={event.id}>
                  <DaySlot event={event} locale={locale} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function DaySlot({ event, locale }: { event: EventSummary; locale: Locale }) {
  const t = useTranslations("public");
  const { startsAt, endsAt, timeZone: zone } = event;
  const isTalks = event.kind === "matchmaking";
  return (
    <a
      className={isTalks ? "slot slot--talk" : "slot net"}
      style={networkStyle(event.networks[0]?.colour)}
      href={href(locale, `/e/${event.slug}`)}
    >
      <span className="slot__time">
        {formatClock({ locale, zone, at: startsAt })}–{formatEndClock({ locale, zone, startsAt, endsAt })}{" "}
        {zoneName({ locale, zone, at: endsAt })}
      </span>
      <span className="slot__title" lang={event.language}>
        {event.title}
      </span>
      <span className="slot__net">{event.networks[0]?.name}</span>
      {event.status === "live" ? (
        <span>
          <Badge tone="live">{t("badges.live")}</Badge>
        </span>
      ) : null}
    </a>
  );
}
