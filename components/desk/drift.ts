import type { Span } from "@/domain/programme/rules";

type Shown = Span & { begunAt: Date | null };
const MINUTE_MS = 60_000;

/**
 * By how many whole minutes a show runs behind its plan, below zero when ahead; undefined before anything has begun. What
 * counts is how late the latest item began, or for how long the next one has been due. Items in the order of the plan.
 */
export function driftMinutes(items: readonly Shown[], now: Date): number | undefined {
  const begun = items.flatMap(({ startsAt, begunAt }) => (begunAt ? [{ startsAt, begunAt }] : []));
  const last = begun.toSorted((one, other) => one.begunAt.getTime() - other.begunAt.getTime()).at(-1);
  if (!last) return undefined;
  const next = items.find(({ startsAt, begunAt }) => !begunAt && startsAt > last.startsAt);
  const late = last.begunAt.getTime() - last.startsAt.getTime();
  const due = next ? now.getTime() - next.startsAt.getTime() : late;
  return Math.trunc(Math.max(late, due) / MINUTE_MS);
}

type Named = Shown & { title: string };

/** What is on and what follows, not what runs beside it: by what was said to have begun, before that by the plan. */
export function showAt<Item extends Named>(
  items: readonly Item[],
  now: Date,
): { current?: Item; next?: Item } {
  const begun = items.filter(({ begunAt }) => begunAt !== null);
  const last = begun.toSorted((one, other) => Number(one.begunAt) - Number(other.begunAt)).at(-1);
  const current = last ?? items.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  const from = current?.startsAt ?? now;
  const next = items.find((item) => item !== current && !item.begunAt && item.startsAt > from);
  return { ...(current && { current }), ...(next && { next }) };
}
