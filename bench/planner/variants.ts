import { Random } from "@/domain/matchmaking/internal/planner/random";
import type { Instance } from "./instance";

export type Variant = { file: Instance; isSolvable: boolean };

type Schedule = ReadonlyMap<number, number>;

function someOf<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.below(left.length), 1),
  ).flat();
}

/** Slots closed to people who do not need them in a plan that is known: so it stays solvable. */
function moreForbidden(file: Instance, schedule: Schedule, random: Random): Instance["forbidden"] {
  const used = new Map<number, Set<number>>();
  for (const { id, a, b } of file.meetings)
    for (const person of [a, b]) used.set(person, (used.get(person) ?? new Set()).add(schedule.get(id) ?? 0));
  const forbidden = { ...file.forbidden };
  for (const person of someOf([...used.keys()], 20, random)) {
    const free = Array.from({ length: file.slots }, (_, slot) => slot + 1).filter(
      (slot) => !used.get(person)?.has(slot),
    );
    forbidden[person] = [...new Set([...(forbidden[person] ?? []), ...someOf(free, 2, random)])];
  }
  return forbidden;
}

function precedencesOf(file: Instance, schedule: Schedule, random: Random): Instance["precedences"] {
  const precedences: Record<string, number[]> = {};
  for (const { id } of someOf(file.meetings, 20, random)) {
    const slot = schedule.get(id) ?? 0;
    const earlier = file.meetings.filter((other) => (schedule.get(other.id) ?? 0) < slot);
    const [before] = someOf(earlier, 1, random);
    if (before) precedences[id] = [before.id];
  }
  return precedences;
}

/** Three people who all meet each other and have two slots in common: each alone could hold both talks. */
function triangle(file: Instance): Instance {
  const [one, two, three] = [file.participants + 1, file.participants + 2, file.participants + 3];
  const id = Math.max(...file.meetings.map((meeting) => meeting.id));
  const session = "any" as const;
  const closed = Array.from({ length: file.slots - 2 }, (_, slot) => slot + 3);
  const meetings = [
    { id: id + 1, a: one, b: two, session },
    { id: id + 2, a: two, b: three, session },
    { id: id + 3, a: one, b: three, session },
  ];
  return {
    ...file,
    participants: three,
    locations: file.locations + 2,
    meetings: [...file.meetings, ...meetings],
    forbidden: { ...file.forbidden, [one]: closed, [two]: closed, [three]: closed },
  };
}

/** Changed copies of an instance, made around a plan of it that is known; some of them have no solution. */
export function variantsOf(file: Instance, schedule: Schedule, seed: number): Variant[] {
  const random = new Random(seed);
  const name = (what: string) => `${file.name} ${what}`;
  const fixed = Object.fromEntries(
    someOf(file.meetings, 15, random).map(({ id }) => [id, schedule.get(id) ?? 1]),
  );
  const [first, second] = file.meetings;
  const circle = first && second ? { [first.id]: [second.id], [second.id]: [first.id] } : {};
  const tooFew = Math.ceil(file.meetings.length / file.slots) - 1;
  return [
    {
      file: { ...file, name: name("forbidden"), forbidden: moreForbidden(file, schedule, random) },
      isSolvable: true,
    },
    { file: { ...file, name: name("fixed"), fixed }, isSolvable: true },
    {
      file: { ...file, name: name("precedences"), precedences: precedencesOf(file, schedule, random) },
      isSolvable: true,
    },
    { file: { ...file, name: name("circle"), precedences: circle }, isSolvable: false },
    { file: { ...file, name: name("too few tables"), locations: tooFew }, isSolvable: false },
    { file: { ...triangle(file), name: name("triangle") }, isSolvable: false },
  ];
}
