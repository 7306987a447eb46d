import { useTranslations } from "next-intl";
import { DayPlot } from "@/components/desk/day-plot";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Progress } from "@/components/ui/progress";
import type { EventNumbers } from "@/domain/registration/queries/numbers";
import { recentDays } from "@/domain/registration/rules";
import type { Locale } from "@/lib/i18n/locales";

type EventNumbersViewProps = { numbers: EventNumbers; today: string; locale: Locale };

/** Plots with direct labels, each with its table: what a picture says can be read, too. */
export function EventNumbersView({ numbers, today, locale }: EventNumbersViewProps) {
  const t = useTranslations("organizer.numbers");
  const p = useTranslations("organizer.people");
  const { days, before } = recentDays(numbers.days, today);
  if (numbers.states.length === 0) return <Empty icon="users" title={t("none")} />;
  return (
    <div className="numbers">
      <DayPlot days={days} before={before} locale={locale} />
      <Shares
        title={t("states")}
        head={t("state")}
        rows={numbers.states.map(({ value, count }) => ({ id: value, name: p(value), count }))}
      />
      <Shares
        title={t("seats")}
        head={t("seat")}
        rows={numbers.seats.map(({ value, count }) => ({ id: value, name: p(value), count }))}
      />
      <Shares
        title={t("sources")}
        head={t("source")}
        rows={numbers.sources.map(({ value, count }) => ({ id: value, name: p(`sources.${value}`), count }))}
      />
      <Shares
        title={t("languages")}
        head={t("language")}
        rows={numbers.languages.map(({ value, count }) => ({
          id: value,
          name: p(`languages.${value}`),
          count,
        }))}
      />
      {numbers.networks.length > 0 ? (
        <Shares title={t("networks")} note={t("networksText")} head={t("network")} rows={numbers.networks} />
      ) : null}
    </div>
  );
}

type SharesProps = {
  title: string;
  note?: string;
  head: string;
  rows: readonly { id: string; name: string; count: number }[];
};

/** Bars that are a table: name, bar and number in one row each. */
function Shares({ title, note, head, rows }: SharesProps) {
  const t = useTranslations("organizer.numbers");
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Card small>
      <h2 className="text-base mb-2">{title}</h2>
      {note ? <p className="small muted mb-2">{note}</p> : null}
      <table className="table shares">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="r">
              {t("count")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, count }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                <Progress value={count} max={most} />
              </th>
              <td className="r">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
