import { dayKey } from "@/lib/time/format";
import { minutesBetween } from "@/lib/time/minutes";
import type { Span } from "../rules";

export type TalkTime = Span & { people: readonly string[] };
/** What a plan means for people: how many have no talk, and how many minutes somebody waits at most between two. */
export type DayFigures = { withoutTalk: number; longestWait: number | null };

type Day = { people: readonly { id: string }[]; talks: readonly TalkTime[]; zone: string };

/** Reads them from who talks when. A night between two days is no wait; without two talks of one person nobody waits. */
export function dayFigures({ people, talks, zone }: Day): DayFigures {
  const of = new Map<string, Span[]>();
  for (const { people: ids, startsAt, endsAt } of talks)
    for (const id of ids) of.set(id, [...(of.get(id) ?? []), { startsAt, endsAt }]);
  const waits = [...of.values()].flatMap((spans) => {
    const inOrder = spans.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    return inOrder.slice(1).flatMap((next, before) => {
      const last = inOrder[before];
      if (!last || dayKey({ zone, at: last.startsAt }) !== dayKey({ zone, at: next.startsAt })) return [];
      return minutesBetween(last.endsAt, next.startsAt);
    });
  });
  return {
    withoutTalk: people.filter(({ id }) => !of.has(id)).length,
    longestWait: waits.length === 0 ? null : waits.reduce((longest, wait) => Math.max(longest, wait), 0),
  };
}
