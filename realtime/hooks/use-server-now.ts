"use client";

import { useEffect, useState } from "react";
import { useSession } from "@/realtime/hooks/use-room-session";

/** Server time in epoch milliseconds, anew every `everyMs`: countdowns of all people agree. */
export function useServerNow(everyMs = 250): number {
  const session = useSession();
  const [now, setNow] = useState(() => session.serverNow());
  useEffect(() => {
    const timer = setInterval(() => setNow(session.serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [session, everyMs]);
  return now;
}
