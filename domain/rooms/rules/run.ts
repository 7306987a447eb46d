import { PRESENT_MS } from "../rules";
import type { TimerChange } from "../schema/run";

type Timer = { label: string; endsAt: Date | null; heldSeconds: number | null };
export const noTimer: Timer = { label: "", endsAt: null, heldSeconds: null };

/** What is left of a timer in whole seconds, below zero once it is over; null where none was set. */
export function secondsLeft({ endsAt, heldSeconds }: Timer, now: Date): number | null {
  if (heldSeconds !== null) return heldSeconds;
  return endsAt && Math.ceil((endsAt.getTime() - now.getTime()) / 1000);
}

const until = (seconds: number, now: Date) => new Date(now.getTime() + seconds * 1000);

/** The timer after a host's click. Where none is set only a new one changes anything. */
export function timerAfter(timer: Timer, change: TimerChange, now: Date): Timer {
  if (change.what === "start")
    return { label: change.label, endsAt: until(change.seconds, now), heldSeconds: null };
  const left = secondsLeft(timer, now);
  if (left === null || change.what === "stop") return noTimer;
  if (change.what === "add") {
    // What is over begins anew: one minute more is a minute from now.
    const seconds = Math.max(0, Math.max(0, left) + change.seconds);
    return timer.heldSeconds === null
      ? { ...timer, endsAt: until(seconds, now) }
      : { ...timer, heldSeconds: seconds };
  }
  if (change.what === "hold") return { ...timer, endsAt: null, heldSeconds: Math.max(0, left) };
  return { ...timer, endsAt: until(left, now), heldSeconds: null };
}

type Item = { id: string; startsAt: Date; begunAt: Date | null };

/**
 * Where a run of show is: what was said to have begun last, and what follows it in the plan, not what runs beside it.
 * Before anything has begun the first item is the next one.
 */
export function cueOf<One extends Item>(
  items: readonly One[],
): { current: One | undefined; next: One | undefined } {
  const planned = items.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const begun = planned.filter(({ begunAt }) => begunAt !== null);
  const current = begun.toSorted((one, other) => Number(one.begunAt) - Number(other.begunAt)).at(-1);
  const next = planned.find(
    ({ begunAt, startsAt }) => begunAt === null && (!current || startsAt > current.startsAt),
  );
  return { current, next };
}

/** So long the event goes on without its hosts before somebody else may take over: as long as a silent page counts as there. */
const HOSTLESS_MS = PRESENT_MS;

/**
 * Whether the hosts have vanished for somebody who could take over. `seenAt`: the last sign of any of them; null where no
 * host has come yet, and then nobody takes over from anybody.
 */
export const isHostless = (seenAt: Date | null, now: Date): boolean =>
  seenAt !== null && now.getTime() - seenAt.getTime() >= HOSTLESS_MS;

/** What a browser says of its own speaking since its last heartbeat, cut to the time that has passed. */
export const spokenMs = (said: number, sinceMs: number | null): number =>
  Math.round(Math.max(0, Math.min(said, sinceMs ?? 0)));

/** From this many returns on the others get a room whose name no old token knows. */
export const RETURNS_UNTIL_NEW_NAME = 3;
