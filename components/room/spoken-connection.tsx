"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { BAR_MS } from "@/components/room/connection-note";
import { useRoomLabel } from "@/components/room/use-room-label";
import { useSpeak } from "@/components/ui/live-regions";
import { useTarget } from "@/realtime/hooks/use-place";
import { useRoom } from "@/realtime/hooks/use-room-session";

/** Assertive: connection lost, muted by a host. Polite: connection back, another room. */
export function SpokenConnection() {
  const t = useTranslations("room");
  const speak = useSpeak();
  const target = useTarget();
  const labelOf = useRoomLabel();
  const live = useRoom(({ connection }) => connection.phase === "live");
  const lost = useRoom((view) => view.lostAt !== null);
  const notice = useRoom((view) => view.notice);
  const wasLost = useRef(false);
  useEffect(() => {
    if (!lost) {
      if (wasLost.current) speak(t("spoken.back"));
      wasLost.current = false;
      return;
    }
    const timer = setTimeout(() => {
      wasLost.current = true;
      speak(t("spoken.lost"), "assertive");
    }, BAR_MS);
    return () => clearTimeout(timer);
  }, [lost, speak, t]);
  useEffect(() => {
    if (notice) speak(t(`notice.${notice.kind}`), "assertive");
  }, [notice, speak, t]);
  const room = target?.room;
  const place = room && labelOf(room);
  useEffect(() => {
    if (live && place) speak(t("spoken.here", { room: place }));
  }, [live, place, speak, t]);
  return null;
}
