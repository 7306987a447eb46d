import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { useDeskSignals } from "@/realtime/hooks/use-desk-signals";
import { Paced } from "./paced";

/** However much happens, the page is read once a second at most. */
const PACE_MS = 1_000;
/** Where no signal comes through; what was always done before there were any. */
const LOST_MS = { running: 2_000, live: 5_000 };
/** A search that says nothing for so long may have died with its process, which then tells nobody. */
const SILENT_MS = 10_000;

type Fresh = {
  eventId: string;
  /** What the page has heard of, as `heardOn` says it. */
  after: string;
  isRunning: boolean;
  isLive: boolean;
};

/** Whether the page looks by itself, and how often: only where it can't be told. */
export function lookEvery({
  isHeard,
  isRunning,
  isLive,
}: Record<"isHeard" | "isRunning" | "isLive", boolean>) {
  if (isHeard) return isRunning ? SILENT_MS : undefined;
  if (isRunning) return LOST_MS.running;
  return isLive ? LOST_MS.live : undefined;
}

/** Reads the page anew when a search, a draft or a talk of the event has changed; while nobody looks at it, once somebody does. */
export function useFreshMatrix({ eventId, after, isRunning, isLive }: Fresh): void {
  const router = useRouter();
  const paced = useMemo(
    () =>
      new Paced(
        () => router.refresh(),
        PACE_MS,
        () => document.visibilityState === "visible",
      ),
    [router],
  );
  const isHeard = useDeskSignals({
    ...{ eventId, after },
    // Who comes and goes is seen on the day alone.
    onSignal: (topic) => {
      if (topic !== "presence" || isLive) paced.ask();
    },
  });
  useEffect(() => {
    const opened = () => paced.opened();
    document.addEventListener("visibilitychange", opened);
    return () => {
      document.removeEventListener("visibilitychange", opened);
      paced.stop();
    };
  }, [paced]);
  const every = lookEvery({ isHeard, isRunning, isLive });
  useEffect(() => {
    if (every === undefined) return;
    const timer = setInterval(() => paced.ask(), every);
    return () => clearInterval(timer);
  }, [paced, every]);
}
