import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AllLink } from "@/components/programme/all-link";
import { DayColumns } from "@/components/programme/day-columns";
import { DayHead } from "@/components/programme/day-head";
import { byDay, daysBetween, shownDays } from "@/components/programme/days";
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

/** A week under one umbrella: who hosts it, its timetable, and on phones a list by day. */
export function SeriesPage({ series, view, locale, now, children }: SeriesPageProps) {
  const t = useTranslations("public.series");
  const { events, total, hosts } = view;
  const { title, summary } = seriesWords(series, locale);
  const own = daysBetween(series.startsOn, series.endsOn);
  const days = shownDays(series, events, ZONE);
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
