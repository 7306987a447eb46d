import { cell } from "./cells";
import type { Compiled } from "./compiled";

/** More columns than this would make the programme slower than the bound is worth. */
const MOST_PATTERNS = 20_000;

export type PersonalPatterns = {
  person: number;
  talks: number;
  /** Slots that any of the person's talks may stand in, as bits. */
  open: number;
  /** The fewest gaps this person can have if there was nobody else. */
  gaps: number;
  /** Every set of slots with so few gaps that holds all the talks; empty when there are too many to list. */
  masks: number[];
};

type Blocks = { open: number; slots: number; blocks: number; talks: number };

/** Adds what follows when the next block begins in `start`; a block may use up all talks only if it is the last. */
function addBlocksFrom(
  start: number,
  mask: number,
  { rest, found }: { rest: Blocks; found: number[] },
): void {
  const { open, slots, blocks, talks } = rest;
  let longer = mask;
  for (let end = start; end < slots && end - start < talks && (open >> end) & 1; end++) {
    longer |= 1 << end;
    const left = talks - (end - start + 1);
    if (blocks === 1 ? left > 0 : left === 0) continue;
    addMasks({ ...rest, blocks: blocks - 1, talks: left }, { from: end + 2, mask: longer, found });
  }
}

type Begun = { from: number; mask: number; found: number[] };

function addMasks(rest: Blocks, { from, mask, found }: Begun): void {
  if (rest.talks === 0) found.push(mask);
  for (let start = from; rest.blocks > 0 && start < rest.slots && found.length <= MOST_PATTERNS; start++)
    addBlocksFrom(start, mask, { rest, found });
}

/** All sets of `talks` open slots that form exactly so many blocks. */
function masksWith(blocks: Blocks): number[] {
  const found: number[] = [];
  addMasks(blocks, { from: 0, mask: 0, found });
  return found;
}

/** Whether each of the wishes can have a slot of its own within the mask (bipartite matching by augmenting paths). */
export function fits(compiled: Compiled, wishes: Iterable<number>, mask: number): boolean {
  const holder = new Map<number, number>();
  const place = (wish: number, seen: Set<number>): boolean => {
    for (const slot of compiled.domain[wish] ?? []) {
      if (((mask >> slot) & 1) === 0 || seen.has(slot)) continue;
      seen.add(slot);
      const other = holder.get(slot);
      if (other !== undefined && !place(other, seen)) continue;
      holder.set(slot, wish);
      return true;
    }
    return false;
  };
  for (const wish of wishes) if (!place(wish, new Set())) return false;
  return true;
}

/** The ways in which a person's whole list of talks can lie with the fewest gaps; undefined when it cannot lie at all. */
export function patternsOf(compiled: Compiled, person: number): PersonalPatterns | undefined {
  const wishes = compiled.wishesOf[person] ?? new Int32Array();
  let open = 0;
  for (const wish of wishes) for (const slot of compiled.domain[wish] ?? []) open |= 1 << slot;
  const talks = wishes.length;
  if (talks > cell(compiled.max, person) || !fits(compiled, wishes, open)) return undefined;
  for (let gaps = 0; gaps < talks; gaps++) {
    const all = masksWith({ open, slots: compiled.slots, blocks: gaps + 1, talks });
    if (all.length > MOST_PATTERNS) return { person, talks, open, gaps, masks: [] };
    const masks = all.filter((mask) => fits(compiled, wishes, mask));
    if (masks.length > 0) return { person, talks, open, gaps, masks };
  }
  return { person, talks, open, gaps: 0, masks: [] };
}
