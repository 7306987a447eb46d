import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = { running: 2_000, live: 5_000 };

/** Reads the page anew while a plan is being made, and on the day itself; not while nobody looks at it. */
export function useFreshMatrix({ isRunning, isLive }: { isRunning: boolean; isLive: boolean }): void {
  const router = useRouter();
  const liveEvery = isLive ? EVERY_MS.live : undefined;
  const every = isRunning ? EVERY_MS.running : liveEvery;
  useEffect(() => {
    if (every === undefined) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [router, every]);
}
