"use client";

import { useTranslations } from "next-intl";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { RoundView } from "@/realtime/room-api";
import { clockText } from "@/realtime/timing";

/** Until when the rooms stay open; they close by themselves. */
export function RoundClock({ round }: { round: RoundView }) {
  const t = useTranslations("room");
  const now = useServerNow(1000);
  const { startsAt, endsAt } = round;
  if (startsAt && Date.parse(startsAt) > now) {
    return <span role="timer">{t("move.startsIn", { time: clockText(Date.parse(startsAt) - now) })}</span>;
  }
  if (!endsAt) return null;
  return <span role="timer">{t("breakouts.returnAt", { time: clockText(Date.parse(endsAt) - now) })}</span>;
}
