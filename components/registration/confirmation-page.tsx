import { useTranslations } from "next-intl";
import type { EventDetail } from "@/components/programme/event-views";
import { CalendarLinks } from "@/components/registration/calendar-links";
import { ClashNote } from "@/components/registration/clash-note";
import { ForgetDraft } from "@/components/registration/form-draft";
import { type AgainFor, MoreEvents } from "@/components/registration/more-events";
import { TechnicalTestCard } from "@/components/registration/technical-test-card";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateBox } from "@/components/ui/date-box";
import { Icon } from "@/components/ui/icon";
import { NetworkLine, networkStyle } from "@/components/ui/network-mark";
import { isRoomOpen } from "@/domain/programme/rules";
import type { FurtherEvent } from "@/domain/registration/queries/further-events";
import type { Clash } from "@/domain/registration/queries/week";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { dayParts, formatSpan } from "@/lib/time/format";
import "@/components/programme/programme.css";

/** What is true of the event for whoever registers next. */
export type ConfirmationState = "confirmed" | "waiting" | "pending";

const titles = { confirmed: "title", waiting: "waitingTitle", pending: "pendingTitle" } as const;
const leads = { confirmed: "mailSent", waiting: "waitingMail", pending: "pendingMail" } as const;

type ConfirmationPageProps = {
  event: EventDetail;
  state: ConfirmationState;
  locale: Locale;
  now: Date;
  others: readonly FurtherEvent[];
  again: AgainFor;
  /** What this browser's people are registered for at the same time. */
  clashes: readonly Clash[];
};

/** „Sie sind dabei“: calendar, further events in one click each, and the way in when the event is running. */
export function ConfirmationPage(props: ConfirmationPageProps) {
  const { event, state, locale, now, others, again, clashes } = props;
  const t = useTranslations("registration.done");
  const isIn = state === "confirmed";
  const running = isIn && isRoomOpen(event, now);
  return (
    <div className="net evtop" style={networkStyle(event.networks[0]?.colour)}>
      <div className="wrap section">
        <div className="cols cols--side">
          <div className="stack gap-8">
            <ForgetDraft id={event.id} />
            <div className="okhead" role="status">
              <span className="okmark">
                <Icon name={isIn ? "check" : "clock"} />
              </span>
              <div>
                <h1 tabIndex={-1}>{t(titles[state])}</h1>
                <p className="lead">{t(leads[state])}</p>
              </div>
            </div>
            <Card flush>
              <div className="ticket">
                <DateBox {...dayParts({ locale, zone: event.timeZone, at: event.startsAt })} />
                <div className="grow">
                  <h2 lang={event.language}>{event.title}</h2>
                  <p className="muted small">
                    <time dateTime={event.startsAt.toISOString()}>
                      {formatSpan({
                        locale,
                        zone: event.timeZone,
                        startsAt: event.startsAt,
                        endsAt: event.endsAt,
                      })}
                    </time>
                  </p>
                  <NetworkLine networks={event.networks} />
                </div>
              </div>
              {isIn ? <CalendarLinks event={event} /> : null}
            </Card>
            <ClashNote clashes={clashes} />
            {others.length > 0 ? (
              <MoreEvents others={others} again={again} locale={locale} series={event.series} />
            ) : null}
          </div>
          <aside className="stack sticky">
            {running ? (
              <Card className="stack gap-3">
                <p className="small muted">{t("enterHint")}</p>
                <ButtonLink variant="primary" block href={href(locale, `/room/${event.slug}`)}>
                  {t("enter")}
                </ButtonLink>
              </Card>
            ) : null}
            <TechnicalTestCard locale={locale} />
            <Card small className="stack gap-2">
              <h2 className="text-base">{t("change")}</h2>
              <p className="small muted">{t("changeLink")}</p>
            </Card>
          </aside>
        </div>
      </div>
    </div>
  );
}
