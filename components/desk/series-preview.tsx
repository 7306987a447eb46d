"use client";

import { useTranslations } from "next-intl";
import type { SeriesPreview as Preview } from "@/domain/planning/commands/plan-series";
import type { Locale } from "@/lib/i18n/locales";
import { formatDay, formatMoment } from "@/lib/time/format";

type PreviewProps = { preview: Preview; locale: Locale };

/** The series as it would be made, in the zone of its clock times. */
export function SeriesPreview({ preview, locale }: PreviewProps) {
  const t = useTranslations("templates.import");
  const { title, startsOn, endsOn, timeZone, events } = preview;
  const dayOf = (day: string) => formatDay({ locale, zone: "UTC", at: new Date(`${day}T00:00Z`) });
  const wrong = events.filter(({ problem }) => problem !== null).length;
  const span = { title, from: dayOf(startsOn), to: dayOf(endsOn), zone: timeZone };
  return (
    <section className="stack gap-2 copypreview" aria-labelledby="preview">
      <h2 id="preview" className="text-lg">
        {t("preview")}
      </h2>
      <p role="status" className="small muted">
        {wrong > 0 ? t("wrong", { count: wrong }) : t("span", span)}
      </p>
      <ol className="copylist">
        {events.map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two events of a file may be equal, and the list never changes
          <li key={place}>
            <b>{event.title}</b>
            <EventLine event={event} zone={timeZone} locale={locale} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type LineProps = { event: Preview["events"][number]; zone: string; locale: Locale };

function EventLine({ event, zone, locale }: LineProps) {
  const t = useTranslations("errors.fields");
  const { day, startsAt, problem } = event;
  if (startsAt) return <span>{formatMoment({ locale, zone, at: new Date(startsAt) })}</span>;
  return (
    <span className="copylist__wrong">
      {formatDay({ locale, zone: "UTC", at: new Date(`${day}T00:00Z`) })}
      {problem ? `: ${t(problem)}` : null}
    </span>
  );
}
