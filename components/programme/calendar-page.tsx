import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AllLink } from "@/components/programme/all-link";
import { DayHead } from "@/components/programme/day-head";
import { byDay } from "@/components/programme/days";
import { type EventFilter, eventQuery, listOfChoice } from "@/components/programme/event-filter";
import { EventRow } from "@/components/programme/event-row";
import type { CalendarView, EventSummary, NetworkBadge } from "@/components/programme/event-views";
import { SubscribeLinks } from "@/components/programme/subscribe-links";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { zoneName } from "@/lib/time/format";
import { CalendarFilters } from "./calendar-filters";
import "./programme.css";

type CalendarPageProps = {
  view: CalendarView;
  networks: readonly NetworkBadge[];
  filter: EventFilter;
  locale: Locale;
  now: Date;
};

const ZONE = "Europe/Berlin";

/** The events ahead by day with their filters, one page of them; what is over stands below. */
export function CalendarPage({ view, networks, filter, locale, now }: CalendarPageProps) {
  const t = useTranslations("public.calendar");
  const { counts, shown, past } = view;
  return (
    <div className="wrap section--tight">
      <div className="section__head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">
            {t("lead", {
              count: counts.all,
              networks: counts.networks,
              zone: zoneName({ locale, zone: ZONE, at: now }),
            })}
          </p>
        </div>
      </div>
      <div className="cal">
        <CalendarFilters counts={counts} networks={networks} filter={filter} locale={locale} />
        <div className="stack gap-8">
          <p className="small muted" role="status">
            {filter.when === "past"
              ? t("shownPast", { count: view.matching })
              : t("shown", { shown: view.matching, all: counts.all })}
          </p>
          {shown.length === 0 ? (
            <Empty icon="calendar" title={t("empty")}>
              {t("emptyHint")}
            </Empty>
          ) : null}
          {filter.when === "past" ? (
            <PastSection events={shown} locale={locale} now={now} />
          ) : (
            byDay(shown, ZONE).map((day) => (
              <DaySection key={day.key} events={day.items} locale={locale} now={now} />
            ))
          )}
          <PageLinks view={view} filter={filter} locale={locale} />
          <PastSection events={past} locale={locale} now={now}>
            {view.pastCount > past.length ? (
              <AllLink choice={{ ...filter, when: "past" }} count={view.pastCount} locale={locale} />
            ) : null}
          </PastSection>
          <SubscribeLinks path={listOfChoice(filter)} locale={locale} />
        </div>
      </div>
    </div>
  );
}

type RowsProps = { events: readonly EventSummary[]; locale: Locale; now: Date };

/** What is over, the latest first; `children` lead to the rest. */
function PastSection({ events, locale, now, children }: RowsProps & { children?: ReactNode }) {
  const t = useTranslations("public.calendar");
  if (events.length === 0) return null;
  return (
    <section>
      <h2 className="dayhead">{t("past")}</h2>
      <ul className="divided">
        {events.map((event) => (
          <EventRow key={event.id} event={event} locale={locale} now={now} dated />
        ))}
      </ul>
      {children}
    </section>
  );
}

type PageLinksProps = Pick<CalendarPageProps, "view" | "filter" | "locale">;

/** The way through a calendar that is longer than one page. */
function PageLinks({ view: { page, pages }, filter, locale }: PageLinksProps) {
  const t = useTranslations("public.calendar");
  if (pages === 1) return null;
  const isPast = filter.when === "past";
  const to = (number: number) => href(locale, `/events/find${eventQuery(filter, number)}`);
  return (
    <nav className="row gap-3" aria-label={t("pages")}>
      {page > 1 ? (
        <ButtonLink variant="secondary" href={to(page - 1)} rel="prev">
          {t(isPast ? "later" : "earlier")}
        </ButtonLink>
      ) : null}
      <span className="small muted">{t("page", { page, pages })}</span>
      {page < pages ? (
        <ButtonLink variant="secondary" href={to(page + 1)} rel="next">
          {t(isPast ? "earlier" : "later")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}

function DaySection({ events, locale, now }: RowsProps) {
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
