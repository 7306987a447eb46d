import type { Locale } from "@/lib/i18n/locales";
import { dayKey, formatDay } from "@/lib/time/format";

type Timed = { startsAt: Date };

/** Groups by calendar day of the zone, in the order given. */
export function byDay<Item extends Timed>(
  items: readonly Item[],
  zone: string,
): { key: string; items: Item[] }[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = dayKey({ zone, at: item.startsAt });
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, grouped]) => ({ key, items: grouped }));
}

/** Noon UTC of every day from the first to the last key (`2026-11-24`), both included: the same date in Europe. */
export function daysBetween(first: string, last: string): Date[] {
  const days: Date[] = [];
  const end = new Date(`${last}T12:00:00Z`);
  for (let at = new Date(`${first}T12:00:00Z`); at <= end; at = new Date(at.getTime() + 86_400_000))
    days.push(at);
  return days;
}

/** Up to two weeks a day without an event is worth seeing; in a quarter of a year such days are a wall. */
const MOST_EMPTY_DAYS = 14;

/** The days of a series, and those on which one of its events came to lie all the same; of a long one those with events. */
export function shownDays(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  events: readonly Timed[],
  zone: string,
): Date[] {
  const planned = daysBetween(startsOn, endsOn);
  const own = planned.length > MOST_EMPTY_DAYS ? [] : planned;
  const known = new Set(own.map((at) => dayKey({ zone, at })));
  const outside = byDay(events, zone).filter(({ key }) => !known.has(key));
  const more = outside.map(({ key }) => new Date(`${key}T12:00:00Z`));
  return [...own, ...more].sort((one, other) => one.getTime() - other.getTime());
}

type Days = { startsOn: string; endsOn: string; locale: Locale };

/** The first and the last day of a series in words; one day alone once. */
export function spanOfDays({ startsOn, endsOn, locale }: Days): string {
  const word = (day: string) => formatDay({ locale, zone: "UTC", at: new Date(`${day}T12:00:00Z`) });
  return startsOn === endsOn ? word(startsOn) : `${word(startsOn)} – ${word(endsOn)}`;
}
