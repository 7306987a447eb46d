"use client";

import { useSyncExternalStore } from "react";

/** Whether a media query holds now. Only for browsers: the room is never rendered on the server. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** The phone layout: one large tile and a strip, panels as sheets, six buttons. */
export const usePhone = (): boolean => useMediaQuery("(max-width: 639px)");
