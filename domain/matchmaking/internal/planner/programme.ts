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
class Walk {
  private lastUsed = -1;
  private inARow = 0;
  private programme: Programme = { gaps: 0, waits: 0, withoutRest: 0, notPreferred: 0 };
  private most = 0;
  private rest = 1;

  begin(compiled: Compiled, person: number, programme: Programme): void {
    programme.gaps = programme.waits = programme.withoutRest = programme.notPreferred = 0;
    this.programme = programme;
    this.most = cell(compiled.mostInARow, person);
    this.rest = cell(compiled.rest, person);
    this.lastUsed = -1;
    this.inARow = 0;
  }

  /** The slots that follow are of another day. */
  sleep(): void {
    this.lastUsed = -1;
  }

  /** Comes to the next talk. The rest that is due before it is no idle time, whatever is free beyond it is. */
  talk(slot: number): void {
    const { programme, most, rest, lastUsed } = this;
    const free = lastUsed < 0 ? 0 : slot - lastUsed - 1;
    const idle = most > 0 && this.inARow >= most ? free - rest : free;
    if (idle > 0) {
      programme.gaps++;
      programme.waits += idle;
    }
    this.inARow = lastUsed < 0 || free >= rest ? 1 : this.inARow + 1;
    if (most > 0 && this.inARow > most) programme.withoutRest++;
    this.lastUsed = slot;
  }
}

/** One for all: a new object for each result would be most of the work. */
const walk = new Walk();
type Told = { person: number; into: Programme };

/** The same from a mask of up to 31 slots, with days, rests and preferences. */
export function programmeOfMask(compiled: Compiled, used: number, { person, into }: Told): Programme {
  walk.begin(compiled, person, into);
  let nights = compiled.dayMask;
  for (let left = used; left !== 0; left &= left - 1) {
    const bit = left & -left;
    // Everything up to this slot: a day that begins there lies behind the talk before.
    const passed = nights & ((bit << 1) - 1);
    if (passed !== 0) {
      walk.sleep();
      nights ^= passed;
    }
    walk.talk(31 - Math.clz32(bit));
  }
  into.notPreferred = bitsIn(used & cell(compiled.dislikedMask, person));
  return into;
}

/** The same for any number of slots, slot by slot. */
export function programmeOf(compiled: Compiled, meetingAt: Int32Array, { person, into }: Told): Programme {
  walk.begin(compiled, person, into);
  const first = person * compiled.slots;
  for (let slot = 0; slot < compiled.slots; slot++) {
    if (compiled.startsDay[slot] === 1) walk.sleep();
    if (cell(meetingAt, first + slot) < 0) continue;
    if (compiled.disliked[first + slot] === 1) into.notPreferred++;
    walk.talk(slot);
  }
  return into;
}
