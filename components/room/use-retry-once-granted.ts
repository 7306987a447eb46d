"use client";

import { useEffect } from "react";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** Whoever has just allowed in the browser what was forbidden there need not press „Erneut versuchen“ as well. */
export function useRetryOnceGranted(): void {
  const { media } = useSession();
  const isBlocked = useMedia().problem === "blocked_page";
  useEffect(() => {
    if (isBlocked) return media.port.onGranted(() => void media.wishes.retry());
  }, [isBlocked, media]);
}
