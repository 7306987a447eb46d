import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AllLink } from "@/components/programme/all-link";
import { DayColumns } from "@/components/programme/day-columns";
import { DayHead } from "@/components/programme/day-head";
import { byDay, daysBetween } from "@/components/programme/days";
import { EventRow } from "@/components/programme/event-row";
import type { SeriesWindow } from "@/components/programme/event-views";
import { SubscribeLinks } from "@/components/programme/subscribe-links";
import { NetworkMark, networkStyle } from "@/components/ui/network-mark";
import { logoOf } from "@/domain/alliance/rules";
import { seriesWords } from "@/domain/programme/labels";
import type { SeriesView } from "@/domain/programme/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { dayKey, formatDay, zoneName } from "@/lib/time/format";
import "./programme.css";

const ZONE = "Europe/Berlin";

type SeriesPageProps = {
  series: SeriesView;
  view: SeriesWindow;
  locale: Locale;
  now: Date;
  /** Below the timetable: how to register for all of it at once. */
  children?: ReactNode;
};

/** Its days, and those on which one of its events came to lie all the same. */
function daysOf({ startsOn, endsOn }: SeriesView, events: SeriesWindow["events"]): Date[] {
  const own = daysBetween(startsOn, endsOn);
  const known = new Set(own.map((at) => dayKey({ zone: ZONE, at })));
  const outside = byDay(events, ZONE).filter(({ key }) => !known.has(key));
  const more = outside.map(({ key }) => new Date(`${key}T12:00:00Z`));
  return [...own, ...more].sort((one, other) => one.getTime() - other.getTime());
}

/** A week under one umbrella: who hosts it, its timetable, and on phones a list by day. */
export function SeriesPage({ series, view, locale, now, children }: SeriesPageProps) {
  const t = useTranslations("public.series");
  const { events, total, hosts } = view;
  const { title, summary } = seriesWords(series, locale);
  const own = daysBetween(series.startsOn, series.endsOn);
  const days = daysOf(series, events);
  const first = own[0] ?? now;
  const last = own.at(-1) ?? now;
  const today = dayKey({ zone: ZONE, at: now });
  return (
    <div
      className={series.colour ? "wrap section net" : "wrap section"}
      style={series.colour ? networkStyle(series.colour) : undefined}
    >
      <div className="shead">
        <div className="stack gap-3">
          <p className="small muted">
            {formatDay({ locale, zone: ZONE, at: first })} – {formatDay({ locale, zone: ZONE, at: last })},{" "}
            {t("allTimes", { zone: zoneName({ locale, zone: ZONE, at: first }) })}
          </p>
          <h1>{title}</h1>
          <p className="lead">{t("lead", { days: own.length, events: total, networks: hosts.length })}</p>
          <p className="muted">{summary}</p>
          <p>
            <a href={href(locale, `/s/${series.slug}/board`)}>{t("board")}</a>
          </p>
        </div>
        <div className="shead__hosts">
          <span className="small muted">{t("hosts")}</span>
          <div className="row gap-2">
            {hosts.map((network) => (
              <NetworkMark
                key={network.id}
                mark={network.mark}
                colour={network.colour}
                logo={logoOf(network)}
                label={network.name}
              />
            ))}
          </div>
        </div>
      </div>
      <DayColumns events={events} days={days} today={today} locale={locale} zone={ZONE} />
      <div className="only-phone stack gap-8">
        {byDay(events, ZONE).map((day) => (
          <section key={day.key}>
            <DayHead at={day.items[0]?.startsAt ?? now} now={now} locale={locale} zone={ZONE} />
            <ul className="divided">
              {day.items.map((event) => (
                <EventRow key={event.id} event={event} locale={locale} now={now} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {total > events.length ? (
        <AllLink choice={{ series: series.slug }} count={total} locale={locale} />
      ) : null}
      {children}
      <SubscribeLinks path={`/s/${series.slug}`} locale={locale} />
    </div>
  );
}
