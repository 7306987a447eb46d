import { useTranslations } from "next-intl";
import type { EventSummary } from "@/components/programme/event-views";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const compact = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** Addresses at which other calendars take over an event; opened only when the person presses them. */
const otherCalendars = (event: EventSummary) => ({
  google: `https://calendar.google.com/calendar/render?${new URLSearchParams({
    action: "TEMPLATE",
    text: event.title,
    dates: `${compact(event.startsAt)}/${compact(event.endsAt)}`,
  })}`,
  outlook: `https://outlook.office.com/calendar/0/deeplink/compose?${new URLSearchParams({
    subject: event.title,
    startdt: event.startsAt.toISOString(),
    enddt: event.endsAt.toISOString(),
  })}`,
});

/** Three ways to put an event into one's calendar. */
export function CalendarLinks({ event }: { event: EventSummary }) {
  const t = useTranslations("registration.done");
  const other = otherCalendars(event);
  return (
    <div className="card__foot calrow">
      <span className="small strong">{t("calendar")}</span>
      <div className="row gap-2">
        <ButtonLink size="sm" href={`/api/calendar/e/${event.slug}.ics`}>
          <Icon name="download" size="sm" />
          {t("ics")}
        </ButtonLink>
        <ButtonLink size="sm" href={other.google} target="_blank" rel="noreferrer">
          {t("google")}
        </ButtonLink>
        <ButtonLink size="sm" href={other.outlook} target="_blank" rel="noreferrer">
          {t("outlook")}
        </ButtonLink>
      </div>
    </div>
  );
}
