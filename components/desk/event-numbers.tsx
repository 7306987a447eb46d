import { useTranslations } from "next-intl";
import { DayPlot } from "@/components/desk/day-plot";
import { Shares } from "@/components/desk/shares";
import { Empty } from "@/components/ui/empty";
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
        count={t("count")}
        rows={numbers.states.map(({ value, count }) => ({ id: value, name: p(value), count }))}
      />
      <Shares
        title={t("seats")}
        head={t("seat")}
        count={t("count")}
        rows={numbers.seats.map(({ value, count }) => ({ id: value, name: p(value), count }))}
      />
      <Shares
        title={t("sources")}
        head={t("source")}
        count={t("count")}
        rows={numbers.sources.map(({ value, count }) => ({ id: value, name: p(`sources.${value}`), count }))}
      />
      <Shares
        title={t("languages")}
        head={t("language")}
        count={t("count")}
        rows={numbers.languages.map(({ value, count }) => ({
          id: value,
          name: p(`languages.${value}`),
          count,
        }))}
      />
      {numbers.networks.length > 0 ? (
        <Shares
          title={t("networks")}
          note={t("networksText")}
          head={t("network")}
          count={t("count")}
          rows={numbers.networks}
        />
      ) : null}
    </div>
  );
}
