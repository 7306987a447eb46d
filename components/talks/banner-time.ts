import { TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import type { Locale } from "@/lib/i18n/locales";
import { isTimeZone, momentClock, ownZoneClock } from "@/lib/time/format";

/** When the banner shows, what time it says, and when to ask again. Pure: every rule takes `now` in milliseconds. */

const MINUTE = 60_000;
/** The banner is there from this long before a talk; before that the page belongs to itself. */
export const SHOWN_MS = 15 * MINUTE;
/** How often to ask, as long as nothing is due sooner. */
export const POLL_MS = 30_000;

/** A browser that may notifies so long before a talk; what it did not say until the end it never says. */
export const NOTIFIES_MS = 10 * MINUTE;

type Next = { startsAt: string; endsAt: string };

/** Whether the banner shows now. */
export function isShown({ startsAt, endsAt }: Next, now: number): boolean {
  return Date.parse(startsAt) - SHOWN_MS <= now && now < Date.parse(endsAt);
}

/** Whether the browser is to notify of it now. */
export function isNotified({ startsAt, endsAt }: Next, now: number): boolean {
  return Date.parse(startsAt) - NOTIFIES_MS <= now && now < Date.parse(endsAt);
}

type Start = {
  at: Date;
  locale: Locale;
  /** The event's zone. */
  zone: string;
  /** The reader's, as the browser says it. */
  ownZone: string;
};

/**
 * „08:45 Uhr MEZ“: the clock of the event's pages, and in brackets the reader's where that shows something else. A
 * browser may not know the event's zone, or say none that is one: then the clock is the one it knows.
 */
export function bannerClock({ ownZone, ...start }: Start): string {
  const zone = [start.zone, ownZone].find(isTimeZone) ?? "UTC";
  const said = momentClock({ ...start, zone });
  const own = ownZoneClock({ ...start, zone, ownZone });
  return own === undefined ? said : `${said} (${own})`;
}

/** Milliseconds until the next question: at the moment the room opens or the talk ends, else after 30 s. */
export function untilNextPoll(next: Next | null, now: number): number {
  if (!next) return POLL_MS;
  const moments = [
    Date.parse(next.startsAt) - TALK_OPENS_BEFORE_MS,
    Date.parse(next.startsAt),
    Date.parse(next.endsAt),
  ];
  const ahead = moments.map((moment) => moment - now).filter((wait) => wait > 0);
  return Math.min(POLL_MS, ...ahead);
}
