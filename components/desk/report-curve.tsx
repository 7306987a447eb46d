import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { Curve } from "@/domain/attendance/rules/curve";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";

type CurveProps = { title: string; curve: Curve; zone: string; locale: Locale; children: ReactNode };

/** Who was there over time: drawn by the server like every plot of the desk, and beside it the table that says the same. */
export function ReportCurve({ title, curve, zone, locale, children }: CurveProps) {
  const t = useTranslations("report");
  const { points, peak } = curve;
  const clock = (at: number | undefined) => formatClock({ at: new Date(at ?? 0), zone, locale });
  const [from, to] = [clock(points[0]?.at), clock(points.at(-1)?.at)];
  const highest = points.findIndex(({ count }) => count === peak.count);
  return (
    <Card small className="numbers__days" data-section="curve">
      <h2 className="text-base">{title}</h2>
      <p className="small muted mb-4">
        {t("curve.summary", { from, to, count: peak.count, at: clock(peak.at) })}
      </p>
      <div className="dayplot" aria-hidden="true">
        {points.map(({ at, count }, place) => {
          const style: CSSProperties & Record<"--v", string> = {
            "--v": `${Math.round((count / Math.max(1, peak.count)) * 100)}%`,
          };
          return (
            <span key={at} className="dayplot__day" style={style}>
              {place === highest ? <b>{count}</b> : null}
              <i />
            </span>
          );
        })}
      </div>
      <div className="row between small muted num" aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </div>
      <details className="peopleform">
        <summary>{t("table")}</summary>
        {children}
      </details>
    </Card>
  );
}
