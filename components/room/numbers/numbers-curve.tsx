"use client";

import { useTranslations } from "next-intl";
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { CountTable } from "@/components/desk/shares";
import type { Clock } from "@/components/room/numbers/clock";
import type { LiveNumbers } from "@/domain/attendance/schema/live";

type CurveProps = { curve: LiveNumbers["curve"]; clock: Clock };

/** Who was there over time: a picture to point at, hidden from screen readers, and the table that says the same. */
export function NumbersCurve({ curve, clock }: CurveProps) {
  const t = useTranslations("live.curve");
  if (!curve) return <p className="rm-hint">{t("off")}</p>;
  if (curve.peak.count === 0) return <p className="rm-hint">{t("none")}</p>;
  const points = curve.points.map(({ at, count }) => ({ time: clock(at), count }));
  return (
    <>
      <div className="rm-numbers__curve" aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 220 }}>
          <AreaChart
            data={points}
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis dataKey="time" minTickGap={48} stroke="var(--fg-muted)" tickLine={false} />
            <YAxis
              allowDecimals={false}
              width={36}
              stroke="var(--fg-muted)"
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              formatter={(value) => [value, t("count")]}
              contentStyle={{ background: "var(--surface)", border: "1px solid var(--border)" }}
            />
            <Area
              type="stepAfter"
              dataKey="count"
              isAnimationActive={false}
              stroke="var(--chart-1)"
              fill="var(--chart-1)"
              fillOpacity={0.2}
              strokeWidth={2}
            />
          </AreaChart>
        </ResponsiveContainer>
      </div>
      <details className="rm-numbers__table">
        <summary>{t("table")}</summary>
        <CountTable
          head={t("time")}
          count={t("count")}
          rows={curve.points.map(({ at, count }) => ({ id: at, name: clock(at), count }))}
        />
      </details>
    </>
  );
}
