import { useTranslations } from "next-intl";
import { EventStatus } from "@/components/desk/event-status";
import type { EventSummary } from "@/components/programme/event-views";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { NetworkView } from "@/domain/alliance/queries";
import type { DeskGroup, DeskWindow } from "@/domain/programme/queries/desk-events";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

type DeskEventsProps = {
  network: NetworkView;
  windows: readonly DeskWindow[];
  /** The one part that is shown, by its pages; undefined for the beginning of each. */
  part: DeskGroup | undefined;
  /** So many were just made at once. */
  drafts?: number | undefined;
  /** What the viewer may begin from here. */
  may: { create: boolean; office: boolean };
  /** So many weeks wait for the network's yes. */
  offers: number;
  locale: Locale;
};

type Place = Pick<DeskEventsProps, "network" | "locale">;

/** What the viewer may begin from here, beside the heading. */
function DeskHead({ network, may, locale }: Pick<DeskEventsProps, "network" | "may" | "locale">) {
  const t = useTranslations("organizer.desk");
  const shelf = useTranslations("templates.shelf");
  const weeks = useTranslations("series.desk");
  return (
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
  );
}

function DeskRow({ event, network, locale }: Place & { event: EventSummary }) {
  const t = useTranslations("organizer.desk");
  const { timeZone: zone, startsAt, endsAt, seats } = event;
  return (
    <li className="row between py-4">
      <div className="grow">
        <a
          className="plain strong"
          href={href(locale, `/o/${network.slug}/e/${event.slug}`)}
          lang={event.language}
        >
          {event.title}
        </a>
        <div className="small muted">
          {formatSpan({ locale, zone, startsAt, endsAt })} ·{" "}
          {t("seats", { confirmed: seats.confirmed + seats.forgotten })}
          {seats.waiting > 0 ? ` · ${t("waiting", { count: seats.waiting })}` : null}
          {seats.pending > 0 ? ` · ${t("pending", { count: seats.pending })}` : null}
        </div>
      </div>
      <EventStatus status={event.status} />
    </li>
  );
}

type PartLinksProps = Place & { window: DeskWindow; isAlone: boolean };

/** The way from the beginning of a part to the rest of it, and through its pages. */
function PartLinks({ window, isAlone, network, locale }: PartLinksProps) {
  const t = useTranslations("organizer.desk");
  const { group, total, page, pages } = window;
  const to = (number: number) => href(locale, `/o/${network.slug}?part=${group}&page=${number}`);
  if (pages === 1) return null;
  if (!isAlone)
    return (
      <p className="small mt-2">
        <a href={to(1)}>{t("all", { count: total })}</a>
      </p>
    );
  return (
    <nav className="row gap-3 mt-4" aria-label={t("pages")}>
      {page > 1 ? (
        <ButtonLink variant="secondary" href={to(page - 1)} rel="prev">
          {t("before")}
        </ButtonLink>
      ) : null}
      <span className="small muted">{t("page", { page, pages })}</span>
      {page < pages ? (
        <ButtonLink variant="secondary" href={to(page + 1)} rel="next">
          {t("after")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}

/** Drafts first, then what is planned or live, then the past: a window of each, or one of them page by page. */
export function DeskEvents(props: DeskEventsProps) {
  const { network, windows, part, drafts, may, offers, locale } = props;
  const t = useTranslations("organizer.desk");
  const weeks = useTranslations("series.desk");
  return (
    <>
      <DeskHead {...{ network, may, locale }} />
      {drafts ? (
        <Notice tone="success" role="status" className="mb-4" title={t("drafted", { count: drafts })} />
      ) : null}
      {offers > 0 ? (
        <Notice tone="info" className="mb-4" title={weeks("asked", { count: offers })}>
          <a href={href(locale, `/o/${network.slug}/series`)}>{weeks("askedLink")}</a>
        </Notice>
      ) : null}
      {windows.length === 0 ? <Empty icon="calendar" title={t("none")} /> : null}
      {windows.map((window) => (
        <section key={window.group} className="mb-8">
          <h2 className="dayhead">{t(window.group)}</h2>
          <ul className="divided">
            {window.events.map((event) => (
              <DeskRow key={event.id} {...{ event, network, locale }} />
            ))}
          </ul>
          <PartLinks {...{ window, network, locale }} isAlone={part !== undefined} />
        </section>
      ))}
      {part ? (
        <p className="small">
          <a href={href(locale, `/o/${network.slug}`)}>{t("parts")}</a>
        </p>
      ) : null}
    </>
  );
}
