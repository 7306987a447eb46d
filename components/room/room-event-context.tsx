"use client";

import { createContext, useContext } from "react";
import type { RoomEvent } from "@/components/room/room-event";

const Context = createContext<RoomEvent | null>(null);
export const RoomEventProvider = Context.Provider;

/** The event this room belongs to. */
export function useRoomEvent(): RoomEvent {
  const event = useContext(Context);
  if (!event) throw new Error("no event around this component");
  return event;
}
