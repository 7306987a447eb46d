import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { dayKey, formatLongDay } from "@/lib/time/format";

const DAY_MS = 86_400_000;

type DayHeadProps = { at: Date; now: Date; locale: Locale; zone: string; level?: 2 | 3 };

/** Heading of one day in a list: „Heute Donnerstag, 12. November“. */
export function DayHead({ at, now, locale, zone, level = 2 }: DayHeadProps) {
  const t = useTranslations("public.calendar");
  const Heading = level === 2 ? "h2" : "h3";
  const words = new Map([
    [dayKey({ zone, at: now }), t("today")],
    [dayKey({ zone, at: new Date(now.getTime() + DAY_MS) }), t("tomorrow")],
  ]);
  const word = words.get(dayKey({ zone, at }));
  return (
    <Heading className="dayhead">
      {word ? <span>{word} </span> : null}
      {formatLongDay({ locale, zone, at })}
    </Heading>
  );
}
