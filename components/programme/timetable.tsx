import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { inLanes, type Placed } from "@/components/programme/days";
import type { EventSummary } from "@/components/programme/event-views";
import { networkStyle } from "@/components/ui/network-mark";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { dayKey, dayParts, formatClock } from "@/lib/time/format";

type TimetableProps = {
  events: readonly EventSummary[];
  days: readonly Date[];
  today: string;
  locale: Locale;
  zone: string;
};

/** Quarter of an hour since midnight on the zone's clock. */
const quarterOf = (zone: string, at: Date): number => {
  const [hours = 0, minutes = 0] = formatClock({ locale: "de", zone, at }).split(":").map(Number);
  return hours * 4 + Math.floor(minutes / 15);
};

/** Days as columns, quarters of an hour as rows; days without an event are left out, overlaps stand side by side. */
export function Timetable({ events, days, today, locale, zone }: TimetableProps) {
  const t = useTranslations("public.series");
  const columns = days
    .map((date) => ({ date, key: dayKey({ zone, at: date }) }))
    .map((day) => ({
      ...day,
      events: events.filter((event) => dayKey({ zone, at: event.startsAt }) === day.key),
    }))
    .filter((day) => day.events.length > 0);
  const starts = events.map((event) => quarterOf(zone, event.startsAt));
  const lengths = events.map((event) => (event.endsAt.getTime() - event.startsAt.getTime()) / 900_000);
  const from = Math.floor(Math.min(...starts, 36) / 4) * 4;
  const until = Math.min(96, Math.max(...starts.map((start, index) => start + (lengths[index] ?? 4)), 64));
  const hours = Array.from({ length: Math.ceil((until - from) / 4) }, (_, index) => from / 4 + index);
  const size: CSSProperties & Record<"--days" | "--quarters", number> = {
    "--days": columns.length,
    "--quarters": until - from,
  };
  return (
    <section className="timetable only-wide" aria-label={t("timetable")} style={size}>
      <span />
      {columns.map((day) => {
        const parts = dayParts({ locale, zone, at: day.date });
        return (
          <div key={day.key} className={day.key === today ? "timetable__head is-today" : "timetable__head"}>
            <b>{parts.weekday}</b>
            {parts.day}. {parts.month}
          </div>
        );
      })}
      <div className="timetable__hours" aria-hidden="true">
        {hours.map((hour) => (
          <time
            key={hour}
            style={{ gridRow: hour * 4 - from + 1 }}
          >{`${String(hour).padStart(2, "0")}:00`}</time>
        ))}
      </div>
      {columns.map((day) => {
        const placed = inLanes(day.events);
        const lanes: CSSProperties & Record<"--lanes", number> = { "--lanes": placed[0]?.lanes ?? 1 };
        return (
          <div key={day.key} className="timetable__day" style={lanes}>
            {placed.map((one) => (
              <Slot key={one.item.id} placed={one} locale={locale} zone={zone} from={from} />
            ))}
          </div>
        );
      })}
    </section>
  );
}

function Slot({
  placed,
  locale,
  zone,
  from,
}: {
  placed: Placed<EventSummary>;
  locale: Locale;
  zone: string;
  from: number;
}) {
  const { item: event, lane, lanes } = placed;
  const start = quarterOf(zone, event.startsAt) - from + 1;
  const rows = Math.max(3, Math.round((event.endsAt.getTime() - event.startsAt.getTime()) / 900_000));
  const style: CSSProperties = {
    ...networkStyle(event.networks[0]?.colour),
    gridRow: `${start} / ${start + rows}`,
    gridColumn: lanes === 1 ? "1 / -1" : lane + 1,
  };
  return (
    <a
      className={event.kind === "matchmaking" ? "slot slot--talk" : "slot net"}
      style={style}
      href={href(locale, `/e/${event.slug}`)}
    >
      <span className="slot__time">
        {formatClock({ locale, zone, at: event.startsAt })}–{formatClock({ locale, zone, at: event.endsAt })}
      </span>
      <span className="slot__title" lang={event.language}>
        {event.title}
      </span>
      <span className="slot__net">{event.networks[0]?.name}</span>
    </a>
  );
}
