import type { PlanProblem, PlanWish } from "./model";

/** Why a problem cannot be planned at all; `at` is the place in the list that the reason is about. */
export type Flaw = {
  what:
    | "no-slots"
    | "unknown-person"
    | "unknown-slot"
    | "unknown-wish"
    | "talk-with-oneself"
    | "score-not-whole"
    | "quota-not-whole"
    | "locked-twice"
    | "locked-never"
    | "locked-over-tables"
    | "locked-against-order";
  at: number;
};

const isWhole = (value: number) => Number.isInteger(value) && value >= 0;

function flawsOfPeople({ people, slots }: PlanProblem): Flaw[] {
  return people.flatMap(({ min, max, closed, preferred = [] }, at) => [
    ...(isWhole(min) && isWhole(max) ? [] : [{ what: "quota-not-whole", at } as const]),
    ...([...closed, ...preferred].every((slot) => slot in slots)
      ? []
      : [{ what: "unknown-slot", at } as const]),
  ]);
}

function flawsOfWish(wish: PlanWish, { people, slots }: PlanProblem): Flaw["what"][] {
  const known = (slot: number | undefined) => slot === undefined || slot in slots;
  return [
    ...(wish.a in people && wish.b in people ? [] : (["unknown-person"] as const)),
    ...(wish.a === wish.b ? (["talk-with-oneself"] as const) : []),
    ...(known(wish.locked) && known(wish.published) ? [] : (["unknown-slot"] as const)),
    ...(isWhole(wish.score) ? [] : (["score-not-whole"] as const)),
    ...(wish.kind === "never" && wish.locked !== undefined ? (["locked-never"] as const) : []),
  ];
}

/** Locked talks stand as they are, so two of them that contradict each other leave nothing to plan. */
function flawsOfLocks({ wishes, slots }: PlanProblem): Flaw[] {
  const taken = new Set<string>();
  const tables = slots.map((slot) => slot.tables ?? Number.POSITIVE_INFINITY);
  return wishes.flatMap(({ a, b, locked, mode }, at) => {
    if (locked === undefined) return [];
    const cells = [`${a} ${locked}`, `${b} ${locked}`];
    const isTwice = cells.some((cell) => taken.has(cell));
    for (const cell of cells) taken.add(cell);
    const left = (tables[locked] ?? 0) - (mode === "online" ? 0 : 1);
    tables[locked] = left;
    return [
      ...(isTwice ? [{ what: "locked-twice", at } as const] : []),
      ...(left < 0 ? [{ what: "locked-over-tables", at } as const] : []),
    ];
  });
}

function flawsOfLockedOrder({ wishes, precedences }: PlanProblem): Flaw[] {
  return precedences.flatMap(({ before, after }, at) => {
    const [one, other] = [wishes[before]?.locked, wishes[after]?.locked];
    const isBroken = one !== undefined && other !== undefined && one >= other;
    return isBroken ? [{ what: "locked-against-order", at } as const] : [];
  });
}

/** Everything that keeps a problem from being planned; empty when it can be. */
export function flawsOf(problem: PlanProblem): Flaw[] {
  const { wishes, slots, precedences } = problem;
  if (slots.length === 0) return [{ what: "no-slots", at: 0 }];
  const inWishes = wishes.flatMap((wish, at) => flawsOfWish(wish, problem).map((what) => ({ what, at })));
  const inOrder = precedences.flatMap(({ before, after }, at) =>
    before in wishes && after in wishes && before !== after ? [] : [{ what: "unknown-wish", at } as const],
  );
  const flaws = [...flawsOfPeople(problem), ...inWishes, ...inOrder];
  return flaws.length > 0 ? flaws : [...flawsOfLocks(problem), ...flawsOfLockedOrder(problem)];
}
