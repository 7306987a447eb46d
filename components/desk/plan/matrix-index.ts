import type { Closed, MatrixPerson, MatrixTalk, PlanMatrix } from "@/domain/matchmaking/labels";

/** A matrix with what its views ask for again and again: who is where when. */
export type MatrixIndex = {
  people: ReadonlyMap<string, MatrixPerson>;
  talks: ReadonlyMap<string, MatrixTalk>;
  /** Talks of a person in a slot. */
  talkOf: (personId: string, slot: number) => MatrixTalk | undefined;
  talkAt: (table: number, slot: number) => MatrixTalk | undefined;
  /** A talk that people know and that the draft takes back. */
  droppedOf: (personId: string, slot: number) => MatrixTalk | undefined;
  closedOf: (personId: string, slot: number) => Closed["why"] | undefined;
  /** Talks with a time that a person has. */
  countOf: (personId: string) => number;
};

/** Whether a talk takes up a slot of its people. */
export const isPlaced = (talk: MatrixTalk): talk is MatrixTalk & { slot: number } =>
  talk.slot !== null && talk.state !== "cancelled";

const cell = (of: string | number, slot: number) => `${of} ${slot}`;

/** Reads a matrix once, so that a cell of the matrix costs one look. */
export function indexOf(matrix: PlanMatrix): MatrixIndex {
  const placed = matrix.talks.filter(isPlaced);
  const byPerson = new Map<string, MatrixTalk>();
  const byTable = new Map<string, MatrixTalk>();
  const counts = new Map<string, number>();
  const dropped = new Map<string, MatrixTalk>();
  for (const talk of matrix.talks)
    if (talk.state === "cancelled" && talk.slot !== null)
      for (const person of talk.people) dropped.set(cell(person, talk.slot), talk);
  for (const talk of placed) {
    if (talk.table !== null) byTable.set(cell(talk.table, talk.slot), talk);
    for (const person of talk.people) {
      byPerson.set(cell(person, talk.slot), talk);
      counts.set(person, (counts.get(person) ?? 0) + 1);
    }
  }
  const closed = new Map(matrix.closed.map(({ personId, slot, why }) => [cell(personId, slot), why]));
  return {
    people: new Map(matrix.people.map((person) => [person.id, person])),
    talks: new Map(matrix.talks.map((talk) => [talk.id, talk])),
    talkOf: (personId, slot) => byPerson.get(cell(personId, slot)),
    talkAt: (table, slot) => byTable.get(cell(table, slot)),
    droppedOf: (personId, slot) => dropped.get(cell(personId, slot)),
    closedOf: (personId, slot) => closed.get(cell(personId, slot)),
    countOf: (personId) => counts.get(personId) ?? 0,
  };
}

/** As names are searched: without case and without the signs on letters. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** People whose name or organisation has every word of the search in it; everybody for an empty one. */
export function found(people: readonly MatrixPerson[], search: string): MatrixPerson[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return people.filter(({ name, organisation }) => {
    const text = plain(`${name} ${organisation}`);
    return words.every((word) => text.includes(word));
  });
}

/** Talks of which one of the people was found, also those that the draft takes back, in the order of the day; those without a time come last. */
export function talksOf(matrix: PlanMatrix, among: readonly MatrixPerson[]): MatrixTalk[] {
  const ids = new Set(among.map(({ id }) => id));
  const order = (talk: MatrixTalk) => talk.slot ?? matrix.slots.length;
  return matrix.talks
    .filter((talk) => talk.people.some((person) => ids.has(person)))
    .sort((a, b) => order(a) - order(b) || (a.table ?? 0) - (b.table ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Whoever has no talk with a time. */
export const withoutTalk = (people: readonly MatrixPerson[], index: MatrixIndex): MatrixPerson[] =>
  people.filter(({ id }) => index.countOf(id) === 0);

/** Tables with how many talks take place at each; of those at which somebody sits who was found, unless that is everybody. */
export function tablesOf(
  matrix: PlanMatrix,
  people: readonly MatrixPerson[],
): { number: number; count: number }[] {
  const isAll = people.length === matrix.people.length;
  const ids = new Set(people.map(({ id }) => id));
  const [counts, shown] = [new Map<number, number>(), new Set<number>()];
  for (const { table, people: at } of matrix.talks.filter(isPlaced)) {
    if (table === null) continue;
    counts.set(table, (counts.get(table) ?? 0) + 1);
    if (at.some((id) => ids.has(id))) shown.add(table);
  }
  return Array.from({ length: matrix.tables }, (_, at) => at + 1)
    .filter((number) => isAll || shown.has(number))
    .map((number) => ({ number, count: counts.get(number) ?? 0 }));
}
