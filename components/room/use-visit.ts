"use client";

import { useLocale } from "next-intl";
import { useRoomEvent } from "@/components/room/room-event-context";
import { href } from "@/lib/i18n/href";
import { useAnswer, useTarget } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";

/** Looks into a breakout. From the console the room page does it: the tab that has it open, or else this one. */
export function useVisit(): (roomId: string) => Promise<void> {
  const session = useSession();
  const locale = useLocale();
  const { slug } = useRoomEvent();
  const answer = useAnswer();
  const inside = useTarget() !== null;
  return async (roomId) => {
    await session.act("visit", { roomId });
    if (!inside && answer?.state !== "elsewhere") window.location.assign(href(locale, `/room/${slug}`));
  };
}
