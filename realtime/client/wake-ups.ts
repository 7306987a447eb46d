import type { ClockPort } from "./ports";

const TICK_MS = 1000;
/** A tick that comes this late means the machine slept or the tab was frozen. */
const SLEPT_MS = 20_000;

/** Calls back when the network, the tab or the machine comes back. Returns how to stop. */
export function watchWakeUps(clock: ClockPort, woke: () => void): () => void {
  if (typeof window === "undefined") return () => undefined;
  const visible = () => document.visibilityState === "visible" && woke();
  window.addEventListener("online", woke);
  const shown = (event: PageTransitionEvent) => {
    // A page from the browser's cache has lost its connections for good; loading it again comes back into the room.
    if (event.persisted) window.location.reload();
    else woke();
  };
  window.addEventListener("pageshow", shown);
  document.addEventListener("visibilitychange", visible);
  const stopTicking = tick(clock, woke);
  return () => {
    window.removeEventListener("online", woke);
    window.removeEventListener("pageshow", shown);
    document.removeEventListener("visibilitychange", visible);
    stopTicking();
  };
}

function tick(clock: ClockPort, woke: () => void): () => void {
  let last = clock.now();
  let stop: () => void = () => undefined;
  const next = () => {
    stop = clock.after(TICK_MS, () => {
      const now = clock.now();
      if (now - last > SLEPT_MS) woke();
      last = now;
      next();
    });
  };
  next();
  return () => stop();
}
