import type { MatrixPerson, MatrixTalk } from "@/domain/matchmaking/labels";
import type { CellAt } from "./grid-keys";
import type { MatrixIndex } from "./matrix-index";

/** Where a talk went that somebody moved or let go, so that the focus can follow it. Known by its people: its id may change. */
export type Arrival = {
  people: readonly string[];
  /** Null once it was taken out of its time. */
  slot: number | null;
  was: number | null;
  /** The row in which it was picked up or let go: of a person by id. */
  row: string | undefined;
  /** Another one for each time, so that the focus follows once. */
  stamp: number;
};

export const samePeople = (a: Pick<MatrixTalk, "people">, b: { people: readonly string[] }): boolean =>
  a.people.length === b.people.length && a.people.every((id) => b.people.includes(id));

/** Whether the matrix shows it there already: a move is sent first and seen later. */
const hasCome = (index: MatrixIndex, { people, slot }: Arrival): boolean => {
  if (slot === null) return true;
  const there = index.talkOf(people[0] ?? "", slot);
  return there !== undefined && samePeople(there, { people });
};

/** The cell of a row of people that the focus follows a talk to; where it was, for one without a time. */
export function personCell(
  arrival: Arrival | undefined,
  index: MatrixIndex,
  people: readonly MatrixPerson[],
): CellAt | undefined {
  const column = arrival?.slot ?? arrival?.was;
  if (!arrival || column === null || column === undefined || !hasCome(index, arrival)) return undefined;
  const mine = people.findIndex(({ id }) => id === arrival.row && arrival.people.includes(id));
  const row = mine < 0 ? people.findIndex(({ id }) => arrival.people.includes(id)) : mine;
  return row < 0 ? undefined : { row, column };
}

/** The same in rows of tables: the one it sits at now. */
export function tableCell(
  arrival: Arrival | undefined,
  index: MatrixIndex,
  tables: readonly { number: number }[],
): CellAt | undefined {
  if (!arrival || arrival.slot === null || !hasCome(index, arrival)) return undefined;
  const talk = index.talkOf(arrival.people[0] ?? "", arrival.slot);
  const row = tables.findIndex(({ number }) => number === talk?.table);
  return row < 0 ? undefined : { row, column: arrival.slot };
}

/** The same in a list of talks. */
export function talkLine(arrival: Arrival | undefined, talks: readonly MatrixTalk[]): number | undefined {
  if (!arrival) return undefined;
  const at = talks.findIndex(
    (talk) => talk.state !== "cancelled" && talk.slot === arrival.slot && samePeople(talk, arrival),
  );
  return at < 0 ? undefined : at;
}
