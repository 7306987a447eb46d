import { useTranslations } from "next-intl";
import type { EventSummary } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { NetworkLine } from "@/components/ui/network-mark";
import type { FurtherEvent } from "@/domain/registration/queries/further-events";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

/** Which person the click is for: that of this registration, or whom the browser has just registered for this event. */
export type AgainFor = { registrationId: string } | { afterEventId: string };

type MoreEventsProps = {
  others: readonly FurtherEvent[];
  again: AgainFor;
  locale: Locale;
  series: { slug: string } | null;
};

/** Further events of the series, one click each, for the person whose registration is on the screen. */
export function MoreEvents({ others, again, locale, series }: MoreEventsProps) {
  const t = useTranslations("registration.done");
  const word = ({ seats }: EventSummary) => (seatsWord(seats).kind === "full" ? t("addWait") : t("add"));
  return (
    <section aria-labelledby="more-events">
      <div className="section__head mb-3">
        <h2 id="more-events" className="text-xl">
          {t("more")}
        </h2>
        <span className="small muted">{t("moreHint")}</span>
      </div>
      <ul className="divided morelist">
        {others.map(({ event, taken, clashes }) => (
          <li key={event.id}>
            <div className="grow">
              <b lang={event.language}>{event.title}</b>
              <div className="small muted row">
                <span>
                  {formatSpan({
                    locale,
                    zone: event.timeZone,
                    startsAt: event.startsAt,
                    endsAt: event.endsAt,
                  })}
                </span>
                <NetworkLine networks={event.networks} />
                {clashes ? <span className="text-warning">{t("sameTime")}</span> : null}
              </div>
            </div>
            {taken ? (
              <Badge tone="success">
                <Icon name="check" size="sm" />
                {t("added")}
              </Badge>
            ) : (
              <form method="post" action="/api/registrations/again">
                <input type="hidden" name="eventId" value={event.id} />
                {Object.entries(again).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <input type="hidden" name="locale" value={locale} />
                <Button type="submit" variant="soft" size="sm" aria-label={`${word(event)}: ${event.title}`}>
                  <Icon name="plus" size="sm" />
                  {word(event)}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {series ? (
        <p className="mt-3">
          <a href={href(locale, `/s/${series.slug}`)}>{t("programme")}</a>
        </p>
      ) : null}
    </section>
  );
}
