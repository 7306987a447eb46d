import type { Locale } from "@/lib/i18n/locales";
import { formatClock, formatClockSpan, formatDay, zoneName } from "@/lib/time/format";

type Place = { locale: Locale; zone: string };
type Slot = { startsAt: Date; endsAt: Date };

/** „Do., 12. Nov.“: the year is clear from the event. */
export const slotDay = ({ startsAt }: Slot, place: Place): string =>
  formatDay({ ...place, at: startsAt }).replace(/,? \d{4}$/, "");

/** „11:00–11:20 Uhr MEZ“ */
export const slotClock = (slot: Slot, place: Place): string =>
  `${formatClockSpan({ ...slot, ...place })} ${zoneName({ ...place, at: slot.startsAt })}`;

/** „Do., 12. Nov., 11:00 Uhr“: short enough for a button. */
export const slotStart = (slot: Slot, place: Place): string =>
  `${slotDay(slot, place)}, ${formatClock({ ...place, at: slot.startsAt })}`;
