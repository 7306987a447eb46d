"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { RoomDocuments } from "@/realtime/client/document-lists";
import type { MediaView } from "@/realtime/client/media-view";
import type { RoomSession } from "@/realtime/client/room-session";
import type { RoomView } from "@/realtime/client/room-view";
import { useMediaView } from "@/realtime/hooks/use-media-view";

const SessionContext = createContext<RoomSession | null>(null);
export const RoomSessionProvider = SessionContext.Provider;

/** The owner of the live connection, for commands; it never changes while the page is open. */
export function useSession(): RoomSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no room session around this component");
  return session;
}

/** A part of the live state. The selector must return the same value as long as nothing changed. */
export function useRoom<Value>(select: (view: RoomView) => Value): Value {
  const { store } = useSession();
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}

export function useMedia(): MediaView {
  return useMediaView(useSession().media);
}

/** The room's lists: people, hands, chat, rounds. */
export function useDocuments<Value>(select: (documents: RoomDocuments) => Value): Value {
  const { store } = useSession().documents;
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
