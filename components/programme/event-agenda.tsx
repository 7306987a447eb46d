import type { AgendaItem } from "@/components/programme/event-views";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";

type EventAgendaProps = { agenda: readonly AgendaItem[]; locale: Locale; timeZone: string };

/** The agenda items of one event in order, with their speakers. */
export function EventAgenda({ agenda, locale, timeZone }: EventAgendaProps) {
  return (
    <ol className="agenda">
      {agenda.map((item) => (
        <li key={item.id}>
          <time dateTime={item.startsAt.toISOString()}>
            {formatClock({ locale, zone: timeZone, at: item.startsAt })}
          </time>
          <div>
            <b>{item.title}</b>
            {item.speakers.length > 0 ? (
              <span className="small muted">
                {item.speakers
                  .map((speaker) => [speaker.name, speaker.organisation].filter(Boolean).join(", "))
                  .join(" · ")}
              </span>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
