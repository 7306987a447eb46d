import type { Span } from "../rules";

/** One connection's time in the room of a talk; without an end it still lasts. */
export type Stay = { from: Date; to: Date | null };
export type Seen = { joinedAt: Date | null; seconds: number; togetherSeconds: number };

type Part = { from: number; to: number };

/** Pauses shorter than this are bridged, as they are for an event's minutes: a reload is no absence. */
const BRIDGED_MS = 60_000;

/** The times in which somebody was there: in order, without overlaps and short gaps. */
function partsOf(stays: readonly Stay[], within: Part): Part[] {
  const parts: Part[] = [];
  const cut = stays
    .map(({ from, to }) => ({
      from: Math.max(from.getTime(), within.from),
      to: Math.min(to?.getTime() ?? within.to, within.to),
    }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from || one.to - other.to);
  for (const stay of cut) {
    const last = parts.at(-1);
    if (last && stay.from - last.to < BRIDGED_MS) last.to = Math.max(last.to, stay.to);
    else parts.push({ ...stay });
  }
  return parts;
}

const lengthOf = (parts: readonly Part[]) => parts.reduce((sum, { from, to }) => sum + to - from, 0);
const wholeSeconds = (ms: number) => Math.floor(ms / 1000);

/** Of these times those in which somebody of the others was there as well. */
const sharedWith = (mine: readonly Part[], others: readonly Stay[]): Part[] =>
  mine.flatMap((part) => partsOf(others, part));

/**
 * Who was in the room of a talk for how long, and together with somebody else of it. The result depends on the set of
 * stays only, never on their order or on how often one is named.
 */
export function seenIn<Person extends string>(
  stays: ReadonlyMap<Person, readonly Stay[]>,
  open: Span,
): Map<Person, Seen> {
  const within = { from: open.startsAt.getTime(), to: open.endsAt.getTime() };
  return new Map(
    [...stays].map(([person, own]) => {
      const mine = partsOf(own, within);
      const others = [...stays].flatMap(([other, theirs]) => (other === person ? [] : theirs));
      const [first] = mine;
      const seconds = wholeSeconds(lengthOf(mine));
      return [
        person,
        {
          joinedAt: first ? new Date(first.from) : null,
          seconds,
          togetherSeconds: Math.min(seconds, wholeSeconds(lengthOf(sharedWith(mine, others)))),
        },
      ];
    }),
  );
}
