import { cell } from "./cells";
import type { Compiled } from "./compiled";

/** How one person's talks lie in the day. */
export type Programme = { gaps: number; waits: number; withoutRest: number; notPreferred: number };

/** Number of bits that are set. */
function bitsIn(mask: number): number {
  let v = mask - ((mask >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Runs of neighbouring slots, less one. */
export const gapsOf = (mask: number) => (mask === 0 ? 0 : bitsIn(mask & ~(mask << 1)) - 1);

/** Free slots between the first and the last used one. */
export const waitsOf = (mask: number) =>
  mask === 0 ? 0 : 1 - Math.clz32(mask) + Math.clz32(mask & -mask) - bitsIn(mask);

/** Where somebody stands in a day while their slots are walked through. */
type Walk = { lastUsed: number; inARow: number };

function step(walk: Walk, programme: Programme, slot: number): void {
  const free = slot - walk.lastUsed - 1;
  if (walk.lastUsed >= 0 && free > 0) {
    programme.gaps++;
    programme.waits += free;
  }
  walk.lastUsed = slot;
}

/** The same for any number of slots and days, with rests and preferences, slot by slot. */
export function programmeOf(
  compiled: Compiled,
  meetingAt: Int32Array,
  // A new object for each result would be most of the work.
  { person, into: programme }: { person: number; into: Programme },
): Programme {
  programme.gaps = programme.waits = programme.withoutRest = programme.notPreferred = 0;
  const most = cell(compiled.mostInARow, person);
  const rest = cell(compiled.rest, person);
  const walk: Walk = { lastUsed: -1, inARow: 0 };
  const first = person * compiled.slots;
  for (let slot = 0; slot < compiled.slots; slot++) {
    if (compiled.startsDay[slot] === 1) walk.lastUsed = -1;
    if (cell(meetingAt, first + slot) < 0) continue;
    const hasRested = walk.lastUsed < 0 || slot - walk.lastUsed > rest;
    walk.inARow = hasRested ? 1 : walk.inARow + 1;
    if (most > 0 && walk.inARow > most) programme.withoutRest++;
    if (compiled.disliked[first + slot] === 1) programme.notPreferred++;
    step(walk, programme, slot);
  }
  return programme;
}
