import { useEffect, useState } from "react";

const EVERY_MS = 15_000;

/** What time it is by the server's clock, so that the slot which runs is marked without a new page. */
export function useClock(now: string): Date {
  const [passed, setPassed] = useState({ since: now, ms: 0 });
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setPassed({ since: now, ms: performance.now() - began }), EVERY_MS);
    return () => clearInterval(timer);
  }, [now]);
  // A page that was read anew brings its own moment.
  return new Date(Date.parse(now) + (passed.since === now ? passed.ms : 0));
}
