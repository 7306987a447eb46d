import { cell } from "./cells";
import type { Compiled } from "./compiled";
import { fits } from "./patterns";

/** Why not all must-meets and locked talks can take place, whatever the plan. */
export type Impossibility =
  | { what: "must-without-slot"; wish: number }
  | { what: "musts-over-quota"; person: number }
  | { what: "musts-over-slots"; person: number }
  | { what: "musts-in-circle-or-too-long-a-chain"; wish: number }
  | { what: "musts-over-tables" }
  /** A solver tried everything. */
  | { what: "contradiction" };

const EVERY_SLOT = -1;
const FREE = 0x3fffffff;

function mustsOf(compiled: Compiled, person: number): number[] {
  return [...(compiled.wishesOf[person] ?? [])].filter((wish) => cell(compiled.isMust, wish) === 1);
}

function ofPeople(compiled: Compiled): Impossibility[] {
  return compiled.wishesOf.flatMap((_, person): Impossibility[] => {
    const musts = mustsOf(compiled, person);
    if (musts.length > cell(compiled.max, person)) return [{ what: "musts-over-quota", person }];
    return fits(compiled, musts, EVERY_SLOT) ? [] : [{ what: "musts-over-slots", person }];
  });
}

/** The first slot of its own that a must-meet can have after all that come before it; `slots` when there is none. */
function earliest(compiled: Compiled, wish: number, start: Int32Array): number {
  let from = 0;
  for (const before of compiled.mustBefore[wish] ?? [])
    if (cell(compiled.isMust, before) === 1) from = Math.max(from, cell(start, before) + 1);
  const first = compiled.domain[wish]?.find((slot) => slot >= from);
  return first ?? compiled.slots;
}

function ofOrder(compiled: Compiled): Impossibility[] {
  if (!compiled.hasOrder) return [];
  const start = new Int32Array(compiled.wishes);
  // Times only grow, and end at the number of slots: in a circle all of it reaches that end.
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (let wish = 0; wish < compiled.wishes; wish++) {
      if (cell(compiled.isMust, wish) === 0 || (compiled.domain[wish]?.length ?? 0) === 0) continue;
      const slot = earliest(compiled, wish, start);
      if (slot <= cell(start, wish)) continue;
      start[wish] = slot;
      isMoving = true;
    }
  }
  const late = start.findIndex((slot) => slot >= compiled.slots);
  return late < 0 ? [] : [{ what: "musts-in-circle-or-too-long-a-chain", wish: late }];
}

function ofTables(compiled: Compiled): Impossibility[] {
  const tables = compiled.tables.reduce((sum, count) => Math.min(FREE, sum + count), 0);
  const musts = compiled.isMust.filter(
    (one, wish) => one === 1 && cell(compiled.takesTable, wish) === 1,
  ).length;
  return musts > tables ? [{ what: "musts-over-tables" }] : [];
}

/** What can be seen without search; empty does not mean that a plan with all must-meets exists. */
export function impossibilitiesOf(compiled: Compiled): Impossibility[] {
  const homeless = compiled.domain.flatMap((domain, wish): Impossibility[] =>
    cell(compiled.isMust, wish) === 1 && domain.length === 0 ? [{ what: "must-without-slot", wish }] : [],
  );
  return [...homeless, ...ofPeople(compiled), ...ofOrder(compiled), ...ofTables(compiled)];
}
