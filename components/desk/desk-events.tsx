import { useTranslations } from "next-intl";
import { EventStatus } from "@/components/desk/event-status";
import type { EventSummary } from "@/components/programme/event-views";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { NetworkView } from "@/domain/alliance/queries";
import { isEventOver } from "@/domain/programme/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

type DeskEventsProps = {
  network: NetworkView;
  events: readonly EventSummary[];
  /** So many were just made at once. */
  drafts?: number | undefined;
  /** What the viewer may begin from here. */
  may: { create: boolean; office: boolean };
  /** So many weeks wait for the network's yes. */
  offers: number;
  locale: Locale;
  now: Date;
};

/** Drafts first, then what is planned or live, then the past. */
export function DeskEvents({ network, events, drafts, may, offers, locale, now }: DeskEventsProps) {
  const t = useTranslations("organizer.desk");
  const shelf = useTranslations("templates.shelf");
  const weeks = useTranslations("series.desk");
  const groups = [
    { title: t("drafts"), events: events.filter((event) => event.status === "draft") },
    {
      title: t("ahead"),
      events: events.filter((event) => event.status !== "draft" && !isEventOver(event, now)),
    },
    {
      title: t("past"),
      events: events
        .filter((event) => !["draft", "cancelled"].includes(event.status) && isEventOver(event, now))
        .reverse(),
    },
    { title: t("cancelled"), events: events.filter((event) => event.status === "cancelled") },
  ].filter((group) => group.events.length > 0);
  return (
    <>
      <div className="section__head">
        <h1>{t("events")}</h1>
        <div className="row gap-2">
          {may.office ? (
            <>
              <ButtonLink variant="quiet" href={href(locale, `/o/${network.slug}/retention`)}>
                {t("retention")}
              </ButtonLink>
              <ButtonLink href={href(locale, `/o/${network.slug}/office`)}>{t("settings")}</ButtonLink>
            </>
          ) : null}
          {may.create ? (
            <>
              <ButtonLink href={href(locale, `/o/${network.slug}/series`)}>{weeks("title")}</ButtonLink>
              <ButtonLink href={href(locale, `/o/${network.slug}/templates`)}>{shelf("title")}</ButtonLink>
              <ButtonLink variant="primary" href={href(locale, `/o/${network.slug}/new`)}>
                <Icon name="plus" />
                {t("new")}
              </ButtonLink>
            </>
          ) : null}
        </div>
      </div>
      {drafts ? (
        <Notice tone="success" role="status" className="mb-4" title={t("drafted", { count: drafts })} />
      ) : null}
      {offers > 0 ? (
        <Notice tone="info" className="mb-4" title={weeks("asked", { count: offers })}>
          <a href={href(locale, `/o/${network.slug}/series`)}>{weeks("askedLink")}</a>
        </Notice>
      ) : null}
      {groups.length === 0 ? <Empty icon="calendar" title={t("none")} /> : null}
      {groups.map((group) => (
        <section key={group.title} className="mb-8">
          <h2 className="dayhead">{group.title}</h2>
          <ul className="divided">
            {group.events.map((event) => (
              <li key={event.id} className="row between py-4">
                <div className="grow">
                  <a
                    className="plain strong"
                    href={href(locale, `/o/${network.slug}/e/${event.slug}`)}
                    lang={event.language}
                  >
                    {event.title}
                  </a>
                  <div className="small muted">
                    {formatSpan({
                      locale,
                      zone: event.timeZone,
                      startsAt: event.startsAt,
                      endsAt: event.endsAt,
                    })}{" "}
                    · {t("seats", { confirmed: event.seats.confirmed + event.seats.forgotten })}
                    {event.seats.waiting > 0 ? ` · ${t("waiting", { count: event.seats.waiting })}` : null}
                    {event.seats.pending > 0 ? ` · ${t("pending", { count: event.seats.pending })}` : null}
                  </div>
                </div>
                <EventStatus status={event.status} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
