"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useComing } from "@/components/room/use-coming";
import { useSpeak } from "@/components/ui/live-regions";
import { useTarget } from "@/realtime/hooks/use-place";
import { useServerNow } from "@/realtime/hooks/use-server-now";

/** The coming room once, the end of a breakout or talk at 5, 1 and 0 minutes and at 30 and 10 seconds. */
export function SpokenTime() {
  const t = useTranslations("room");
  const speak = useSpeak();
  const coming = useComing();
  const target = useTarget();
  const now = useServerNow(1000);
  const call = coming
    ? t("spoken.breakoutCall", {
        room: coming.label,
        facts: t("move.facts", { people: coming.people, minutes: coming.minutes }),
      })
    : null;
  useEffect(() => {
    if (call) speak(call);
  }, [call, speak]);
  const ends =
    target?.endsAt && (target.room.kind === "breakout" || target.room.kind === "talk")
      ? Date.parse(target.endsAt)
      : null;
  const mark = ends === null ? null : markOf(Math.ceil((ends - now) / 1000));
  const breakout = target?.room.kind === "breakout";
  useEffect(() => {
    if (mark === null) return;
    const short = mark === 30 || mark === 10;
    if (short && breakout) speak(t("spoken.backIn", { seconds: mark }));
    if (!short) speak(t("spoken.minutesLeft", { minutes: mark / 60 }));
  }, [mark, breakout, speak, t]);
  return null;
}

/** The last mark that has been passed, in seconds; null while there are more than five minutes. */
function markOf(seconds: number): number | null {
  const passed = [0, 10, 30, 60, 300].find((mark) => seconds <= mark);
  return passed ?? null;
}
