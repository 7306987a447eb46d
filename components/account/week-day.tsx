import { useTranslations } from "next-intl";
import type { WeekDay, WeekEntry } from "@/components/account/week";
import type { Besides } from "@/components/account/week-beside";
import { BesideNote } from "@/components/account/week-beside-note";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { type NetworkLook, networkStyle } from "@/components/ui/network-mark";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { dayParts, formatClock } from "@/lib/time/format";

type Place = { locale: Locale; zone: string };
type Known = Place & {
  networkOf: NetworkOf;
  withTalks: ReadonlySet<string>;
  /** What takes place at the same time, by the entry's key. */
  besides: ReadonlyMap<string, Besides>;
};
export type NetworkOf = (id: string) => NetworkLook | undefined;

function Clock({ entry, locale, zone }: Place & { entry: WeekEntry }) {
  const clock = (at: Date) => formatClock({ locale, zone, at });
  return (
    <span className="wk__t num">
      <span>{clock(entry.startsAt)}</span>
      <span>–{clock(entry.endsAt)}</span>
    </span>
  );
}

function EventBody({ entry, network, withTalks, besides, locale }: EventBodyProps) {
  const t = useTranslations("account.week");
  const { event, id, status, waitingPlace, talksOptIn } = entry.registration;
  return (
    <div className="wk__b">
      <a className="plain" href={href(locale, `/r/${id}`)}>
        <b lang={event.language}>{event.title}</b>
      </a>
      {network ? <span className="small muted truncate">{network.name}</span> : null}
      {event.status === "cancelled" ? <Badge tone="danger">{t("cancelled")}</Badge> : null}
      {event.status === "postponed" ? <Badge tone="warning">{t("postponed")}</Badge> : null}
      {status === "waiting" ? (
        <Badge tone="warning">{t("waiting", { place: waitingPlace ?? 1 })}</Badge>
      ) : null}
      {status === "offered" || status === "pending" ? <Badge tone="warning">{t(status)}</Badge> : null}
      {entry.live ? <Badge tone="live">{t("live")}</Badge> : null}
      <BesideNote besides={besides} />
      {status === "confirmed" && talksOptIn && withTalks.has(event.id) && !entry.over ? (
        <a className="small" href={href(locale, `/me/talks?event=${event.slug}`)}>
          {t("suggestions")}
        </a>
      ) : null}
    </div>
  );
}
type EventBodyProps = {
  entry: Extract<WeekEntry, { kind: "event" }>;
  network: NetworkLook | undefined;
  withTalks: ReadonlySet<string>;
  besides: Besides | undefined;
  locale: Locale;
};

function TalkBody({ entry, besides, locale }: TalkBodyProps) {
  const t = useTranslations("account.week");
  const outcomes = useTranslations("talks.plan.outcomes");
  const { meetingId, partner, outcome } = entry.meeting;
  return (
    <div className="wk__b">
      <Badge tone="match">
        <Icon name="talk" />
        {t("talk")}
      </Badge>
      <a className="plain" href={href(locale, `/me/talks/${meetingId}`)}>
        <b>{partner.name}</b>
      </a>
      <span className="small muted truncate">{partner.organisation}</span>
      {entry.live ? <Badge tone="live">{t("live")}</Badge> : null}
      {outcome ? <Badge tone="success">{outcomes(outcome)}</Badge> : null}
      <BesideNote besides={besides} />
    </div>
  );
}
type TalkBodyProps = {
  entry: Extract<WeekEntry, { kind: "talk" }>;
  besides: Besides | undefined;
  locale: Locale;
};

function Entry({ entry, networkOf, withTalks, besides, ...place }: Known & { entry: WeekEntry }) {
  const network = entry.kind === "event" ? networkOf(entry.registration.event.networkId) : undefined;
  const look = [entry.kind === "talk" ? "wk--talk" : "net", entry.over && "wk--over"];
  return (
    <li
      className={classNames("wk", ...look)}
      style={entry.kind === "event" ? networkStyle(network?.colour) : undefined}
    >
      <Clock entry={entry} {...place} />
      {entry.kind === "event" ? (
        <EventBody
          {...{ entry, network, withTalks, locale: place.locale }}
          besides={besides.get(entry.key)}
        />
      ) : (
        <TalkBody entry={entry} besides={besides.get(entry.key)} locale={place.locale} />
      )}
    </li>
  );
}

/** One day of a person's week. */
export function WeekDayColumn({ day, ...known }: Known & { day: WeekDay }) {
  const t = useTranslations("account.week");
  const parts = dayParts({ locale: known.locale, zone: known.zone, at: day.at });
  return (
    <section className={`day day--${day.when}`}>
      <h3>
        <span>{parts.weekday}</span>
        <b>{parts.day}</b>
        <span>{parts.month}</span>
        {day.when === "today" ? <em>{t("today")}</em> : null}
      </h3>
      <ol>
        {day.entries.map((entry) => (
          <Entry key={entry.key} entry={entry} {...known} />
        ))}
      </ol>
    </section>
  );
}
