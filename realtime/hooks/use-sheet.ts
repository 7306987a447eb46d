"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { SheetKind } from "@/domain/interaction/schema/sheets";
import { browserClock } from "../client/browser-clock";
import { SheetCopy, type SheetState } from "../client/sheet-copy";
import { SignalFeed } from "../client/signal-feed";
import { useRights } from "./use-place";
import { useSession } from "./use-room-session";

type Sheet = { slug: string; roomId: string; kind: SheetKind };

type Shared = { listeners: Set<() => void>; feed: SignalFeed };
/** One stream for all that is open of a room's sheets: a browser without HTTP/2 has six connections for everything. */
const feeds = new Map<string, Shared>();

function openFeed({ slug, roomId }: Omit<Sheet, "kind">): Shared {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const changed of listeners) changed();
  };
  // What was said while nothing could be heard is read again.
  const feed = new SignalFeed({ where: { event: slug, sheets: roomId }, listener: tell, onHearing: tell });
  feed.open();
  return { listeners, feed };
}

/** Tells whenever there may be more of a room's sheets, or of what breakouts brought along. */
export function listenToSheets(where: Omit<Sheet, "kind">, changed: () => void): () => void {
  const key = `${where.slug} ${where.roomId}`;
  const shared = feeds.get(key) ?? openFeed(where);
  feeds.set(key, shared);
  shared.listeners.add(changed);
  return () => {
    shared.listeners.delete(changed);
    if (shared.listeners.size > 0 || feeds.get(key) !== shared) return;
    shared.feed.close();
    feeds.delete(key);
  };
}

/** A room's notes or whiteboard while it is shown. For another room, another component. */
export function useSheet({ slug, roomId, kind }: Sheet): SheetState & Pick<SheetCopy, "dismiss"> {
  const { documents } = useSession();
  const { chat, data } = useRights();
  const [copy] = useState(
    () =>
      new SheetCopy(
        { roomId, kind },
        { documents, clock: browserClock, listen: (changed) => listenToSheets({ slug, roomId }, changed) },
      ),
  );
  useEffect(() => copy.open(), [copy]);
  // Whoever is given the floor may write at once, and whoever loses it no longer.
  useEffect(() => copy.heed(chat && data), [copy, chat, data]);
  const state = useSyncExternalStore(copy.store.subscribe, copy.store.get, copy.store.get);
  return { ...state, dismiss: copy.dismiss };
}
