import { useTranslations } from "next-intl";
import { DayHead } from "@/components/programme/day-head";
import { byDay } from "@/components/programme/days";
import { type EventFilter, matches } from "@/components/programme/event-filter";
import { EventRow } from "@/components/programme/event-row";
import type { EventSummary, NetworkBadge } from "@/components/programme/event-views";
import { SubscribeLinks } from "@/components/programme/subscribe-links";
import { Empty } from "@/components/ui/empty";
import { isPast } from "@/domain/programme/rules";
import type { Locale } from "@/lib/i18n/locales";
import { zoneName } from "@/lib/time/format";
import { CalendarFilters } from "./calendar-filters";
import "./programme.css";

type CalendarPageProps = {
  events: readonly EventSummary[];
  networks: readonly NetworkBadge[];
  filter: EventFilter;
  locale: Locale;
  now: Date;
};

const ZONE = "Europe/Berlin";

/** All events ahead by day with their filters; what is over stands below. */
export function CalendarPage({ events, networks, filter, locale, now }: CalendarPageProps) {
  const t = useTranslations("public.calendar");
  const ahead = events.filter((event) => !isPast(event, now));
  const shown = ahead.filter((event) => matches(event, filter));
  const hosts = new Set(ahead.flatMap((event) => event.networks.map((network) => network.slug)));
  const past = events.filter((event) => isPast(event, now) && matches(event, filter)).reverse();
  return (
    <div className="wrap section--tight">
      <div className="section__head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">
            {t("lead", {
              count: ahead.length,
              networks: hosts.size,
              zone: zoneName({ locale, zone: ZONE, at: now }),
            })}
          </p>
        </div>
      </div>
      <div className="cal">
        <CalendarFilters events={ahead} networks={networks} filter={filter} locale={locale} />
        <div className="stack gap-8">
          <p className="small muted" role="status">
            {t("shown", { shown: shown.length, all: ahead.length })}
          </p>
          {shown.length === 0 ? (
            <Empty icon="calendar" title={t("empty")}>
              {t("emptyHint")}
            </Empty>
          ) : null}
          {byDay(shown, ZONE).map((day) => (
            <DaySection key={day.key} events={day.items} locale={locale} now={now} />
          ))}
          {past.length > 0 ? (
            <section>
              <h2 className="dayhead">{t("past")}</h2>
              <ul className="divided">
                {past.map((event) => (
                  <EventRow key={event.id} event={event} locale={locale} now={now} dated />
                ))}
              </ul>
            </section>
          ) : null}
          <SubscribeLinks path="/events" locale={locale} />
        </div>
      </div>
    </div>
  );
}

function DaySection({ events, locale, now }: { events: readonly EventSummary[]; locale: Locale; now: Date }) {
  const first = events[0];
  if (!first) return null;
  return (
    <section>
      <DayHead at={first.startsAt} now={now} locale={locale} zone={ZONE} />
      <ul className="divided">
        {events.map((event) => (
          <EventRow key={event.id} event={event} locale={locale} now={now} />
        ))}
      </ul>
    </section>
  );
}
