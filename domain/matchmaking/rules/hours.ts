/** Which hours for talks an event can have, and what stands where none of their slots is any more. Pure. */
import { type Span, slotsOf, type TalkWindow } from "../rules";

/** How long a talk, and the pause before the next one, can be, in minutes: in an event and in whatever is planned from. */
export const SLOT_MINUTES = { least: 5, most: 240 } as const;
export const PAUSE_MINUTES = { least: 0, most: 240 } as const;

/** What is wrong with these hours by themselves: the field, and the key of its words. */
export function hoursProblem(hours: TalkWindow, event: Span): { field: string; key: string } | undefined {
  if (hours.startsAt < event.startsAt) return { field: "startsLocal", key: "before_the_start" };
  if (hours.endsAt > event.endsAt) return { field: "durationMinutes", key: "after_the_end" };
  return slotsOf(hours).length === 0 ? { field: "durationMinutes", key: "too_short_for_a_talk" } : undefined;
}

const isWithin = (span: Span, hours: Span) => span.startsAt >= hours.startsAt && span.endsAt <= hours.endsAt;

/**
 * Whether something stands outside once the hours have changed. Looked at is the slot in which it begins, for a talk may last
 * longer than its slot; what stood in none before only counts if it falls out of the hours altogether.
 */
export function standsOutside(before: TalkWindow, after: TalkWindow): (span: Span) => boolean {
  const slots = new Map(slotsOf(before).map((slot) => [slot.startsAt.getTime(), slot]));
  const kept = new Set(
    slotsOf(after).map(({ startsAt, endsAt }) => `${startsAt.getTime()} ${endsAt.getTime()}`),
  );
  return (span) => {
    const slot = slots.get(span.startsAt.getTime());
    if (slot) return !kept.has(`${slot.startsAt.getTime()} ${slot.endsAt.getTime()}`);
    return isWithin(span, before) && !isWithin(span, after);
  };
}
