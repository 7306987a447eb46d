/** Where a talk of the matrix can go. Pure: the page asks it while somebody drags, and the command asks it again. */
import type { Closed, MatrixSlot, MatrixTalk, MoveRefusal, PlanMatrix } from "../labels";
import { LEAD_MS } from "../rules";

const THEN = {
  session: "sessionThen",
  calendar: "calendarThen",
  blocked: "blockedThen",
  notThere: "notThereThen",
} as const;

type Cells<Value> = Map<string, Value>;
const cellOf = (personId: string, slot: number) => `${personId} ${slot}`;

/** What stands in each cell and on each table, without one talk. */
function occupied(matrix: PlanMatrix, talkId: string) {
  const others = matrix.talks.filter(({ id, state }) => id !== talkId && state !== "cancelled");
  const cells: Cells<true> = new Map();
  const tables = new Map<number, Set<number>>();
  const counts = new Map<string, number>();
  for (const { people, slot, table } of others) {
    if (slot === null) continue;
    for (const person of people) {
      cells.set(cellOf(person, slot), true);
      counts.set(person, (counts.get(person) ?? 0) + 1);
    }
    if (table !== null) tables.set(slot, (tables.get(slot) ?? new Set()).add(table));
  }
  const closed: Cells<Closed["why"]> = new Map(
    matrix.closed.map(({ personId, slot, why }) => [cellOf(personId, slot), why]),
  );
  return { cells, tables, counts, closed };
}

/** The lowest table that nobody sits at; the one asked for, or none, where a number is given. */
function tableAmong(taken: ReadonlySet<number>, tables: number, wanted?: number): number | undefined {
  if (wanted !== undefined) return wanted <= tables && !taken.has(wanted) ? wanted : undefined;
  return Array.from({ length: tables }, (_, at) => at + 1).find((table) => !taken.has(table));
}

type Spot = { table: number | null } | MoveRefusal;
/** Whether nothing can be put into this slot any more. */
export const hasBegun = ({ startsAt }: MatrixSlot, now: Date) =>
  new Date(startsAt).getTime() < now.getTime() + LEAD_MS;

/** Why a talk stays where it is, wherever it is to go. */
function stuck(matrix: PlanMatrix, talk: MatrixTalk | undefined, now: Date): MoveRefusal | undefined {
  if (!talk || talk.state === "cancelled") return { reason: "unknownTalk" };
  if (talk.state === "booked" || talk.state === "held") return { reason: "bookedTalk" };
  if (talk.locked) return { reason: "lockedTalk" };
  const from = talk.slot === null ? undefined : matrix.slots[talk.slot];
  return from && hasBegun(from, now) ? { reason: "pastSlot" } : undefined;
}

/** The table of a talk in a slot: the one asked for, else its own, else the lowest that is free. */
function seatAt(
  talk: MatrixTalk,
  taken: ReadonlySet<number>,
  asked: { tables: number; table?: number | undefined },
): Spot {
  if (talk.place === "online") return { table: null };
  const own =
    talk.table !== null && talk.table <= asked.tables && !taken.has(talk.table) ? talk.table : undefined;
  const table = tableAmong(taken, asked.tables, asked.table ?? own);
  return table === undefined ? { reason: "noTableFree" } : { table };
}

/**
 * Where one talk can go, for each cell of the matrix: the table it would have, or why it can't. The page asks it while
 * somebody drags, and the command asks it again.
 */
export function movesOf(matrix: PlanMatrix, talkId: string, now: Date) {
  const talk = matrix.talks.find(({ id }) => id === talkId);
  const fixed = stuck(matrix, talk, now);
  const there = occupied(matrix, talkId);
  const named = new Map(matrix.people.map((person) => [person.id, person]));
  const nameOf = (id: string) => named.get(id)?.name ?? "";

  function refusalFor({ people }: MatrixTalk, at: number): MoveRefusal | undefined {
    const busy = people.find((person) => there.cells.has(cellOf(person, at)));
    if (busy) return { reason: "personBusy", name: nameOf(busy) };
    for (const person of people) {
      const why = there.closed.get(cellOf(person, at));
      if (why) return { reason: THEN[why], name: nameOf(person) };
    }
    const full = people.find((id) => (there.counts.get(id) ?? 0) >= (named.get(id)?.quota ?? 0));
    if (full) return { reason: "quotaReached", name: nameOf(full), quota: named.get(full)?.quota ?? 0 };
    return undefined;
  }

  return (slot: number | null, table?: number): Spot => {
    if (fixed || !talk) return fixed ?? { reason: "unknownTalk" };
    if (slot === null) return { table: null };
    const to = matrix.slots[slot];
    if (!to) return { reason: "unknownSlot" };
    if (hasBegun(to, now)) return { reason: "pastSlot" };
    const taken = there.tables.get(slot) ?? new Set<number>();
    return refusalFor(talk, slot) ?? seatAt(talk, taken, { tables: matrix.tables, table });
  };
}
