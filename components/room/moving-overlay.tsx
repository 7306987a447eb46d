"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoomLabel } from "@/components/room/use-room-label";
import { useTarget } from "@/realtime/hooks/use-place";
import { useMedia, useRoom } from "@/realtime/hooks/use-room-session";

/** After this long the move is no longer a short one, and the words say so. */
const LONG_MS = 1500;

/** Covers the room while the person moves: where to, and what happens to the microphone. No spinner. */
export function MovingOverlay() {
  const t = useTranslations("room");
  const moving = useRoom(({ connection }) => connection.phase === "switching");
  const joining = useRoom(({ connection, lostAt }) => connection.phase === "joining" && lostAt === null);
  const target = useTarget();
  const labelOf = useRoomLabel();
  const { mic, micTrack } = useMedia();
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!moving) return;
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [moving]);
  if (!moving && !joining) return null;
  return (
    <div className="rm-moving" role="status" data-testid="moving">
      {moving ? (
        <h2>{long ? t("move.reconnecting") : t("move.moving")}</h2>
      ) : (
        <h2>{t("connection.joining")}</h2>
      )}
      {moving && target ? <p>{t("move.to", { room: labelOf(target.room) })}</p> : null}
      {moving && micTrack ? <p>{mic ? t("move.micStaysOn") : t("move.micStaysOff")}</p> : null}
    </div>
  );
}
