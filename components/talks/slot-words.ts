import type { Locale } from "@/lib/i18n/locales";
import { formatClock, formatDay, momentClock, momentClockSpan, ownZoneSpan } from "@/lib/time/format";

type Place = { locale: Locale; zone: string };
type Slot = { startsAt: Date; endsAt: Date };

/** „Do., 12. Nov.“: the year is clear from the event. */
export const slotDay = ({ startsAt }: Slot, place: Place): string =>
  formatDay({ ...place, at: startsAt }).replace(/,? \d{4}$/, "");

const HOUR_MS = 3_600_000;

/** The same clock time comes twice that night: an hour sooner or later the clocks show it as well. */
const isTwice = (at: Date, place: Place): boolean =>
  [-HOUR_MS, HOUR_MS].some(
    (by) => formatClock({ ...place, at }) === formatClock({ ...place, at: new Date(at.getTime() + by) }),
  );

/** „11:00–11:20 Uhr MEZ“. */
export const slotClock = ({ startsAt, endsAt }: Slot, place: Place): string =>
  momentClockSpan({ startsAt, endsAt, ...place });

/** „Do., 12. Nov., 11:00 Uhr“: short enough for a button; in the night of the double hour with the zone. */
export function slotStart(slot: Slot, place: Place): string {
  const moment = { ...place, at: slot.startsAt };
  const clock = isTwice(slot.startsAt, place) ? momentClock(moment) : formatClock(moment);
  return `${slotDay(slot, place)}, ${clock}`;
}

/**
 * A slot as somebody reads it who may be elsewhere: their own clock first, the event's second. `second` is undefined
 * where both show the same.
 */
export function slotForReader(
  slot: Slot,
  { locale, zone, ownZone }: Place & { ownZone: string },
): { day: string; clock: string; second: string | undefined } {
  const own = { locale, zone: ownZone };
  const event = { locale, zone };
  const said = (place: Place) => ({ day: slotDay(slot, place), clock: slotClock(slot, place) });
  const isElsewhere = ownZoneSpan({ ...event, ...slot, ownZone }) !== undefined;
  if (!isElsewhere) return { ...said(event), second: undefined };
  const there = said(event);
  const here = said(own);
  return { ...here, second: there.day === here.day ? there.clock : `${there.day}, ${there.clock}` };
}
