import { minutesOf } from "../rules";

/** How long people stayed, by how many: at least so many minutes, and less than the next. */
const lengths = [0, 5, 15, 30, 60, 120] as const;

export type Stayed = {
  people: number;
  peak: number;
  /** Whole minutes of one person on average, and of the one in the middle; that and the lengths go with the names. */
  mean: number;
  median: number | null;
  lengths: { from: number; count: number }[] | null;
};

function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (upper + lower) / 2;
}

/** What the seconds of everybody say together; who was there for none of them was not there. */
export function stayed(seconds: readonly number[], peak: number): Stayed {
  const present = seconds.filter((one) => one > 0).toSorted((one, other) => one - other);
  const people = present.length;
  const sum = present.reduce((all, one) => all + one, 0);
  return {
    people,
    peak,
    mean: people > 0 ? minutesOf(sum / people) : 0,
    median: minutesOf(medianOf(present)),
    lengths: lengths.map((from, place) => {
      const to = lengths[place + 1] ?? Number.POSITIVE_INFINITY;
      const count = present.filter((one) => minutesOf(one) > from && minutesOf(one) <= to).length;
      return { from, count };
    }),
  };
}
