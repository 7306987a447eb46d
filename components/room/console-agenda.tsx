"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRoomEvent } from "@/components/room/room-event-context";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";
import { minutesBetween } from "@/lib/time/minutes";
import { useServerNow } from "@/realtime/hooks/use-server-now";

/** The agenda as published; the item that is on now is the only tinted row. */
export function ConsoleAgenda() {
  const t = useTranslations("room");
  const locale = localeOf(useLocale());
  const { agenda, timeZone } = useRoomEvent();
  const now = useServerNow(5000);
  if (agenda.length === 0) return <p className="rm-panel__body rm-hint">{t("console.noAgenda")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <ol className="rm-panel__body rm-desk__agenda" tabIndex={0} aria-label={t("console.agenda")}>
      {agenda.map((item) => {
        const current = Date.parse(item.startsAt) <= now && now < Date.parse(item.endsAt);
        const minutes = minutesBetween(item.startsAt, item.endsAt);
        return (
          <li key={`${item.startsAt} ${item.title}`} aria-current={current ? "time" : undefined}>
            <time dateTime={item.startsAt}>
              {formatClock({ locale, zone: timeZone, at: new Date(item.startsAt) })}
            </time>
            <span>{item.title}</span>
            <span>{t("lobby.minutes", { count: minutes })}</span>
          </li>
        );
      })}
    </ol>
  );
}
