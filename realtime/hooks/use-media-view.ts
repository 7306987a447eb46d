"use client";

import { useSyncExternalStore } from "react";
import type { LocalMedia } from "@/realtime/client/local-media";
import type { MediaView } from "@/realtime/client/media-view";

/** What these devices do now. */
export function useMediaView({ store }: LocalMedia): MediaView {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
