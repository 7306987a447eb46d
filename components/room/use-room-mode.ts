"use client";

import { useRoomEvent } from "@/components/room/room-event-context";
import { modeOf } from "@/domain/rooms/rules";
import type { RoomMode } from "@/domain/rooms/schema";
import { useTarget } from "@/realtime/hooks/use-place";

/** How people take part in the room where this person is. */
export function useRoomMode(): RoomMode {
  const event = useRoomEvent();
  const room = useTarget()?.room;
  return modeOf({ kind: room?.kind ?? "main", mode: room?.mode ?? null }, event.mode);
}
