const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long the kernel's own rows are kept (privacy: P10, P19; the pages say the same). */
export const kept = {
  signals: DAY,
  receipts: 30 * DAY,
  answers: 2 * DAY,
  facts: 30 * DAY,
} as const;

/** What is older than this goes. */
export const keptSince = (what: keyof typeof kept, now: Date): Date => new Date(now.getTime() - kept[what]);
