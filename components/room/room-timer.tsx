"use client";

import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useRoomEvent } from "@/components/room/room-event-context";
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
  if (!session) return null;
  if (target?.endsAt && target.room.kind !== "main") {
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
  const passed = now - Date.parse(session.startsAt);
  const total = Date.parse(session.endsAt) - Date.parse(session.startsAt);
  if (passed < 0) return null;
  return (
    <span
      className={`rm-chip${passed > total ? " rm-chip--warn" : ""}`}
      role="timer"
      aria-label={t("header.timer")}
    >
      <Clock className="icon icon--sm rm-wide" aria-hidden />
      <b>{clockText(passed)}</b>{" "}
      <span className="rm-wide">{t("header.of", { total: clockText(total) })}</span>
    </span>
  );
}
