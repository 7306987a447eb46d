import { useTranslations } from "next-intl";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { dayParts } from "@/lib/time/format";

/** How many events a day has, and how many of them are live. */
export type WeekDay = { date: Date; count: number; live: number; state: "past" | "today" | "ahead" };

/** „Sa., 28.“, “Sat 28”; today goes without its weekday, since its column is as narrow as the others. */
function shortDay(moment: Parameters<typeof dayParts>[0], isToday: boolean): string {
  const { weekday, day } = dayParts(moment);
  const number = moment.locale === "de" ? `${day}.` : day;
  if (isToday) return number;
  return moment.locale === "de" ? `${weekday}, ${number}` : `${weekday} ${number}`;
}

type WeekBarProps = { days: readonly WeekDay[]; locale: Locale; timeZone: string; path: string };

/** The days of the running week with the number of events of each, today marked. */
export function WeekBar({ days, locale, timeZone, path }: WeekBarProps) {
  const t = useTranslations("public.week");
  return (
    <div className="weekbar">
      <div className="wrap">
        <ol className="week">
          {days.map((day) => {
            const isToday = day.state === "today";
            const name = shortDay({ locale, zone: timeZone, at: day.date }, isToday);
            return (
              <li key={day.date.toISOString()}>
                <a href={href(locale, path)} aria-current={isToday ? "date" : undefined}>
                  <span>{isToday ? t("today", { day: name }) : name}</span>
                  <b>{t("events", { count: day.count })}</b>
                  <small>
                    {day.state === "past" ? t("past") : null}
                    {day.state !== "past" && day.live > 0 ? t("live", { count: day.live }) : null}
                  </small>
                </a>
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}
