import type { ClockPort } from "./ports";

export const browserClock: ClockPort = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    // Longer waits overflow setTimeout's 32 bits and would fire at once.
    const timer = setTimeout(run, Math.min(milliseconds, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
