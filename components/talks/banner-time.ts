/** When the banner shows, and when to ask again. Pure: every rule takes `now` in milliseconds. */

const MINUTE = 60_000;
/** The banner is there from this long before a talk; before that the page belongs to itself. */
export const SHOWN_MS = 15 * MINUTE;
/** The room of a talk opens this long before its start. */
export const OPENS_MS = 2 * MINUTE;
/** How often to ask, as long as nothing is due sooner. */
export const POLL_MS = 30_000;

type Next = { startsAt: string; endsAt: string };

/** Whether the banner shows now. */
export function isShown({ startsAt, endsAt }: Next, now: number): boolean {
  return Date.parse(startsAt) - SHOWN_MS <= now && now < Date.parse(endsAt);
}

/** Milliseconds until the next question: at the moment the room opens or the talk ends, else after 30 s. */
export function untilNextPoll(next: Next | null, now: number): number {
  if (!next) return POLL_MS;
  const moments = [Date.parse(next.startsAt) - OPENS_MS, Date.parse(next.startsAt), Date.parse(next.endsAt)];
  const ahead = moments.map((moment) => moment - now).filter((wait) => wait > 0);
  return Math.min(POLL_MS, ...ahead);
}
