"use client";

import { Wrench, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useSpeak } from "@/components/ui/live-regions";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock } from "@/lib/time/format";
import { useAnswer } from "@/realtime/hooks/use-place";
import { useServerNow } from "@/realtime/hooks/use-server-now";

/** What is to be said of planned work on the room server; null while there is none. */
export function useMaintenance(): string | null {
  const t = useTranslations("room.maintenance");
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const planned = useAnswer()?.maintenance ?? null;
  const now = useServerNow(10_000);
  if (!planned || now >= Date.parse(planned.until)) return null;
  const clock = (at: string) => formatClock({ locale, zone: timeZone, at: new Date(at) });
  const [from, until] = [clock(planned.from), clock(planned.until)];
  return now < Date.parse(planned.from) ? t("planned", { from, until }) : t("now", { until });
}

/** Names planned work on the room server, before and while picture and sound may fail, until it is closed. */
export function MaintenanceNote() {
  const t = useTranslations("room.maintenance");
  const speak = useSpeak();
  const text = useMaintenance();
  const [closed, close] = useState<string | null>(null);
  useEffect(() => {
    if (text) speak(text);
  }, [text, speak]);
  if (!text || closed === text) return null;
  return (
    <section className="rm-broadcast" aria-label={t("title")} data-testid="maintenance">
      <Wrench className="icon" aria-hidden />
      <p>{text}</p>
      <button type="button" className="rm-icon-btn" aria-label={t("close")} onClick={() => close(text)}>
        <X className="icon" aria-hidden />
      </button>
    </section>
  );
}
