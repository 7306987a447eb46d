import type { MatrixPerson, MatrixTalk, PlanMatrix } from "@/domain/matchmaking/labels";

const FIRST = Date.parse("2026-11-12T08:00:00Z");
const STEP = 20 * 60_000;

export const person = (number: number, more: Partial<MatrixPerson> = {}): MatrixPerson => ({
  id: `person_${number}`,
  name: `Person ${String(number).padStart(3, "0")}`,
  organisation: `Firma ${number % 50}`,
  quota: 6,
  ...more,
});

export const talk = (id: string, people: readonly number[], more: Partial<MatrixTalk> = {}): MatrixTalk => ({
  id,
  people: people.map((number) => `person_${number}`),
  ...{ slot: 0, place: "online", table: null, state: "draft", locked: false, unwanted: false, reasons: [] },
  ...more,
});

type Size = { people: number; slots: number; tables?: number };

/** An event of this size without talks, a slot every twenty minutes. */
export const emptyMatrix = ({ people, slots, tables = 0 }: Size): PlanMatrix => ({
  eventId: "event_1",
  zone: "Europe/Berlin",
  slots: Array.from({ length: slots }, (_, index) => ({
    startsAt: new Date(FIRST + index * STEP).toISOString(),
    endsAt: new Date(FIRST + (index + 1) * STEP).toISOString(),
  })),
  tables,
  people: Array.from({ length: people }, (_, index) => person(index)),
  ...{ talks: [], closed: [], unplaced: [], version: null, draft: null, run: null },
});

/** The same with talks in every slot: neighbours talk, and the pairs shift from slot to slot. */
export function fullMatrix(size: Size): PlanMatrix {
  const talks = Array.from({ length: size.slots }, (_, slot) =>
    Array.from({ length: Math.floor(size.people / 4) }, (_, pair) => {
      const first = (pair * 2 + slot * 3) % size.people;
      return talk(`talk_${slot}_${pair}`, [first, (first + 1) % size.people], { slot });
    }),
  ).flat();
  return { ...emptyMatrix(size), talks };
}
