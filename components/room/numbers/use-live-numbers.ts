"use client";

import { useCallback, useEffect, useState } from "react";
import { type LiveNumbers, liveNumbers } from "@/domain/attendance/schema/live";
import { useSession } from "@/realtime/hooks/use-room-session";

/** Numbers are never older than this and the two seconds that the server keeps them: five are promised (B15). */
const AGAIN_MS = 2500;

type Numbers = { numbers: LiveNumbers | null; isLate: boolean; read: () => Promise<void> };

/** How the event goes, read again and again as long as somebody looks at it: no signal tells of every vote and every hand. */
export function useLiveNumbers(): Numbers {
  const { documents } = useSession();
  const [numbers, setNumbers] = useState<LiveNumbers | null>(null);
  const [isLate, setLate] = useState(false);
  const read = useCallback(
    async () => setLate((await documents.fetch("numbers", liveNumbers, setNumbers)) === "unreachable"),
    [documents],
  );
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [read]);
  return { numbers, isLate, read };
}
