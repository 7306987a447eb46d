import { type Span, slotsOf, type TalkWindow } from "../../rules";
import type { Seeker } from "./population";

/** People with those of their free slots alone that lie ahead: what is over is no common time of anybody's. */
export function aheadOf(
  people: readonly Seeker[],
  { window, ahead }: { window: TalkWindow; ahead: readonly Span[] },
): Seeker[] {
  const starts = new Set(ahead.map(({ startsAt }) => startsAt.getTime()));
  const slots = slotsOf(window);
  const isAhead = (slot: number) => starts.has(slots[slot]?.startsAt.getTime() ?? Number.NaN);
  return people.map((one) => ({ ...one, free: one.free.filter(isAhead) }));
}
