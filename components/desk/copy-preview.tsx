"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { isWithinSeries } from "@/domain/programme/rules";
import { type CopyDay, copyDays, MAX_COPIES, type Rhythm } from "@/domain/programme/rules/copies";
import { intoCopy } from "@/domain/programme/rules/moving";
import type { Locale } from "@/lib/i18n/locales";
import { formatDay, formatSpan } from "@/lib/time/format";

export type CopiedEvent = { startsAt: Date; endsAt: Date; timeZone: string };
export type SeriesSpan = { title: string; startsOn: string; endsOn: string };
type Wish = { days: readonly string[]; rhythm: Rhythm; count: string };
type CopyPreviewProps = {
  wish: Wish;
  event: CopiedEvent;
  series: SeriesSpan | null;
  locale: Locale;
  now: Date;
};

/** One more than allowed can be asked for, so that the list says where it becomes too many. */
const countIn = (typed: string) => Math.min(Math.max(Math.trunc(Number(typed)) || 1, 1), MAX_COPIES + 1);

/** The copies as they would be made now, by the rule that makes them, in the event's zone. */
export function CopyPreview({ wish, event, series, locale, now }: CopyPreviewProps) {
  const t = useTranslations("copies.preview");
  const days = copyDays({ ...wish, count: countIn(wish.count) }, event, now);
  const wrong = days.filter(({ problem }) => problem).length;
  const sorted = days.toSorted((a, b) => a.day.localeCompare(b.day));
  return (
    <section className="stack gap-2 copypreview" aria-labelledby="preview">
      <h2 id="preview" className="text-lg">
        {t("title")}
      </h2>
      <p role="status" className="small muted">
        {wrong > 0 ? t("wrong", { count: wrong }) : t("count", { count: days.length })}
      </p>
      <ol className="copylist">
        {sorted.map((one) => (
          <li key={`${one.field} ${one.day}`}>
            <PreviewLine one={one} event={event} locale={locale} />
            {series && one.startsAt && !isWithinSeries(one.day, series) ? (
              <Badge>{t("outside", { title: series.title })}</Badge>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function PreviewLine({ one, event, locale }: { one: CopyDay; event: CopiedEvent; locale: Locale }) {
  const t = useTranslations("errors.fields");
  if (one.startsAt)
    return formatSpan({ locale, zone: event.timeZone, ...intoCopy(event, one.startsAt)(event) });
  const day =
    one.problem === "invalid_date"
      ? one.day
      : formatDay({ locale, zone: "UTC", at: new Date(`${one.day}T00:00Z`) });
  return (
    <span className="copylist__wrong">
      {day}: {t(one.problem)}
    </span>
  );
}
