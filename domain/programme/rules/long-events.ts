import { overlapsOf, type Span } from "../rules";

/**
 * From here on an event is more than one appointment: whoever is there for half a day leaves for a talk or a shorter
 * event and comes back, as its agenda has breaks and often tracks side by side. Nearly all webinars are shorter.
 */
const LONG_EVENT_MS = 4 * 3_600_000;

export const isLongEvent = ({ startsAt, endsAt }: Span): boolean =>
  endsAt.getTime() - startsAt.getTime() >= LONG_EVENT_MS;

/** Whether one of two events that overlap is only the frame of the other, so that somebody can be in both. */
export const isBesideLong = (one: Span, other: Span): boolean => isLongEvent(one) !== isLongEvent(other);

/** Which of these nobody can be in both of: for each, the others that it overlaps, without those it is only the frame of. */
export const clashesIn = <One extends Span & { id: string }>(
  all: readonly One[],
): ReadonlyMap<string, readonly One[]> =>
  new Map(
    [...overlapsOf(all)].flatMap(([id, others]) => {
      const one = all.find((event) => event.id === id);
      const clashing = one ? others.filter((other) => !isBesideLong(one, other)) : [];
      return clashing.length > 0 ? [[id, clashing] as const] : [];
    }),
  );
