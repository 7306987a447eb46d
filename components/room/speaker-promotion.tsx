"use client";

import { useEffect } from "react";
import { usePhone } from "@/realtime/hooks/use-media-query";
import { useRoom, useSession } from "@/realtime/hooks/use-room-session";
import { PAGE_SIZE, PHONE_PAGE_SIZE } from "@/realtime/tiles";

const HYSTERESIS_MS = 2000;

/** Whoever speaks for two seconds on another page comes to the first one. */
export function SpeakerPromotion() {
  const session = useSession();
  const screens = useRoom((view) => view.screens.length);
  // Shared screens stand before the people.
  const size = Math.max(1, (usePhone() ? PHONE_PAGE_SIZE : PAGE_SIZE) - screens);
  const hidden = useRoom(({ room, order }) => room.speakers.find((id) => order.indexOf(id) >= size));
  useEffect(() => {
    if (!hidden) return;
    const timer = setTimeout(() => session.promote(hidden, size), HYSTERESIS_MS);
    return () => clearTimeout(timer);
  }, [session, hidden, size]);
  return null;
}
