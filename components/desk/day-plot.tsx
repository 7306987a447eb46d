import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { CountTable } from "@/components/desk/shares";
import { Card } from "@/components/ui/card";
import type { DayCount } from "@/domain/registration/rules";
import type { Locale } from "@/lib/i18n/locales";
import { formatDayMonth } from "@/lib/time/format";

type DayPlotProps = { days: readonly DayCount[]; before: number; locale: Locale };

/** A date stands for its day in every zone once it is read and shown in the same one. */
const shown = (day: string, locale: Locale) =>
  formatDayMonth({ at: new Date(`${day}T12:00:00Z`), zone: "UTC", locale });

/**
 * One bar a day, with the highest, the first and the last one named. The picture is drawn by the server, needs no program
 * in the browser, and stands beside a table that says the same.
 */
export function DayPlot({ days, before, locale }: DayPlotProps) {
  const t = useTranslations("organizer.numbers");
  const most = Math.max(0, ...days.map(({ count }) => count));
  const peak = days.findIndex(({ count }) => count === most);
  const named = (at: number) =>
    most > 0 && (at === peak || (at === days.length - 1 && days[at]?.count !== 0));
  return (
    <Card small className="numbers__days">
      <h2 className="text-base">{t("days")}</h2>
      <p className="small muted mb-4">
        {t("daysText", { before })} {most > 0 ? t("most", { count: most }) : null}
      </p>
      <div className="dayplot" aria-hidden="true">
        {days.map(({ day, count }, at) => {
          const style: CSSProperties & Record<"--v", string> = {
            "--v": `${most > 0 ? Math.round((count / most) * 100) : 0}%`,
          };
          return (
            <span key={day} className="dayplot__day" style={style}>
              {named(at) ? <b>{count}</b> : null}
              <i />
            </span>
          );
        })}
      </div>
      <div className="row between small muted num" aria-hidden="true">
        <span>{shown(days[0]?.day ?? "", locale)}</span>
        <span>{shown(days.at(-1)?.day ?? "", locale)}</span>
      </div>
      <details className="peopleform">
        <summary>{t("table")}</summary>
        <CountTable
          head={t("day")}
          count={t("count")}
          rows={days.map(({ day, count }) => ({ id: day, name: shown(day, locale), count }))}
        />
      </details>
    </Card>
  );
}
