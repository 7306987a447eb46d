import { useTranslations } from "next-intl";
import type { EventSummary } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { NetworkLine } from "@/components/ui/network-mark";
import { isEventOver, isUnderWay } from "@/domain/programme/rules";
import { closedReason } from "@/domain/registration/rules/window";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock, formatDay, formatEndClock, zoneName } from "@/lib/time/format";

export const kindIcons: Record<EventSummary["kind"], IconName> = {
  webinar: "presentation",
  workshop: "workshop",
  forum: "forum",
  conference: "conference",
  training: "file",
  matchmaking: "talk",
};

type EventRowProps = {
  event: EventSummary;
  locale: Locale;
  now: Date;
  /** Says the day as well: for lists without a heading per day. */
  dated?: boolean;
  headingLevel?: 3 | 4;
};

/** One event in a list: time, title, hosts, seats and what one can do now. */
export function EventRow({ event, locale, now, dated, headingLevel = 3 }: EventRowProps) {
  const Heading = headingLevel === 3 ? "h3" : "h4";
  const t = useTranslations("public");
  const page = href(locale, `/e/${event.slug}`);
  const live = isUnderWay(event, now);
  return (
    <li className="event-row">
      <div className="event-row__time">
        <b>
          <time dateTime={event.startsAt.toISOString()}>
            {formatClock({ locale, zone: event.timeZone, at: event.startsAt })}
          </time>
        </b>
        {t("event.until")}{" "}
        <time dateTime={event.endsAt.toISOString()}>
          {formatEndClock({ locale, zone: event.timeZone, startsAt: event.startsAt, endsAt: event.endsAt })}
        </time>{" "}
        {zoneName({ locale, zone: event.timeZone, at: event.endsAt })}
      </div>
      <div>
        <Heading className="event-row__title">
          <a href={page}>{event.title}</a>
        </Heading>
        <div className="event-row__meta">
          {dated ? (
            <span className="event-row__day">
              {formatDay({ locale, zone: event.timeZone, at: event.startsAt })}
            </span>
          ) : null}
          <NetworkLine networks={event.networks} />
          <span className="nowrap">
            <Icon name={kindIcons[event.kind]} size="sm" /> {t(`kinds.${event.kind}`)}
          </span>
          <SeatsNote event={event} now={now} />
          {live ? <Badge tone="live">{t("badges.live")}</Badge> : null}
          {event.place ? <Badge>{t("badges.hybrid")}</Badge> : null}
          {event.language === "en" && locale === "de" ? <Badge>{t("badges.english")}</Badge> : null}
        </div>
      </div>
      <div className="event-row__end">
        <RowAction event={event} locale={locale} now={now} live={live} />
      </div>
    </li>
  );
}

function SeatsNote({ event, now }: { event: EventSummary; now: Date }) {
  const t = useTranslations("public");
  const word = seatsWord(event.seats);
  if (closedReason(event, now) || word.kind === "open") return null;
  if (word.kind === "full") return <span className="nowrap">{t("seats.waitlist")}</span>;
  const text = t("seats.leftShort", { count: word.left });
  return <span className={word.few ? "nowrap text-warning" : "nowrap"}>{text}</span>;
}

function RowAction({ event, locale, now, live }: EventRowProps & { live: boolean }) {
  const t = useTranslations("public");
  const page = href(locale, `/e/${event.slug}`);
  if (event.status === "cancelled") return <Badge tone="danger">{t("badges.cancelled")}</Badge>;
  if (event.status === "postponed") return <Badge tone="warning">{t("badges.postponed")}</Badge>;
  if (isEventOver(event, now)) return <Badge>{t("badges.past")}</Badge>;
  const action = actionOf(event, now);
  const word = t(`actions.${action}`);
  return (
    <ButtonLink
      size="sm"
      variant={live ? "primary" : "secondary"}
      href={live ? page : `${page}#anmelden`}
      aria-label={`${word}: ${event.title}`}
    >
      {word}
    </ButtonLink>
  );
}

/** What one can do about an event that is not over. */
function actionOf(event: EventSummary, now: Date): "enter" | "view" | "waitlist" | "register" {
  if (isUnderWay(event, now)) return "enter";
  if (closedReason(event, now)) return "view";
  return seatsWord(event.seats).kind === "full" ? "waitlist" : "register";
}
