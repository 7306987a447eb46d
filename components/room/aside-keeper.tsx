"use client";

import { useEffect } from "react";
import { useAside, useAsideView } from "@/realtime/hooks/use-aside";
import { useRights, useTarget } from "@/realtime/hooks/use-place";
import { useRoom } from "@/realtime/hooks/use-room-session";

/** Ends what a host hears or says beside their own room once they leave, go there themselves, or are no host any more. */
export function AsideKeeper() {
  const aside = useAside();
  const { of } = useAsideView();
  const here = useTarget()?.room.id;
  const { moderate } = useRights();
  const isIn = useRoom(({ connection }) => connection.entered && connection.answer?.state === "room");
  const ends = of !== null && (!isIn || here === of || !moderate);
  useEffect(() => {
    if (ends) void aside?.stop();
  }, [ends, aside]);
  useEffect(() => () => aside?.close(), [aside]);
  return null;
}
