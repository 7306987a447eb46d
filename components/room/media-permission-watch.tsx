"use client";

import { useEffect } from "react";
import { useRoom, useSession } from "@/realtime/hooks/use-room-session";

/**
 * A reload comes back into the room without a click. Devices come back too, but only where the browser has granted
 * them already, so that nobody is asked on load; else the person comes back listening.
 */
export function MediaPermissionWatch() {
  const session = useSession();
  const may = useRoom(({ connection }) => connection.current?.rights.mic ?? false);
  const entered = useRoom(({ connection }) => connection.entered && connection.phase === "live");
  useEffect(() => {
    if (entered && may) void session.media.restore();
  }, [session, entered, may]);
  return null;
}
