"use client";

import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useStage } from "@/components/room/use-stage";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import { useAnswer, useTarget } from "@/realtime/hooks/use-place";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import { clockText } from "@/realtime/timing";

const TALK_WARNS_MS = 300_000;
const BREAKOUT_WARNS_MS = 60_000;

/** In the plenary the time that has passed, in a breakout or talk the time that is left. Colour and text change together. */
export function RoomTimer() {
  const t = useTranslations("room");
  const locale = localeOf(useLocale());
  const now = useServerNow(500);
  const { timeZone } = useRoomEvent();
  const target = useTarget();
  const session = useAnswer()?.session;
  const item = useStage()?.item;
  if (!session) return null;
  if (target?.endsAt && (target.room.kind === "breakout" || target.room.kind === "talk")) {
    const left = Date.parse(target.endsAt) - now;
    const warnFrom = target.room.kind === "talk" ? TALK_WARNS_MS : BREAKOUT_WARNS_MS;
    const time = momentClock({ locale, zone: timeZone, at: new Date(target.endsAt) });
    return (
      <span
        className={`rm-chip${left < warnFrom ? " rm-chip--warn" : ""}`}
        role="timer"
        aria-label={t("header.remaining")}
      >
        <Clock className="icon icon--sm" aria-hidden />
        {left > 0 ? <b>{clockText(left)}</b> : t("talk.timeUp", { time })}
      </span>
    );
  }
  // Once hosts step through the plan, the time is that of the item that is on.
  const span = item ? { startsAt: item.begunAt, endsAt: item.endsAt } : session;
  const passed = now - Date.parse(span.startsAt);
  const total = Date.parse(span.endsAt) - Date.parse(span.startsAt);
  if (passed < 0) return null;
  return (
    <span
      className={`rm-chip${passed > total ? " rm-chip--warn" : ""}`}
      role="timer"
      aria-label={item ? t("header.itemTimer", { title: item.title }) : t("header.timer")}
    >
      <Clock className="icon icon--sm rm-wide" aria-hidden />
      <b>{clockText(passed)}</b>{" "}
      <span className="rm-wide">{t("header.of", { total: clockText(total) })}</span>
    </span>
  );
}
