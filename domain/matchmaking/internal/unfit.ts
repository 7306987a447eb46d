import type { Id } from "@/lib/ids";
import type { PlanBasis } from "../queries/plan-basis";
import { keyOf, pairsAmong } from "./pairs";
import type { PlanStep } from "./plan-steps";
import { closedTimes, slotNumber } from "./plan-times";
import { saidNo } from "./said-no";

type Placing = Exclude<PlanStep, { what: "remove" }>;

const peopleOf = (step: Placing) => (step.what === "add" ? step.people : step.meeting.people);

/** Who sits where once the steps are done, but for those that are to be judged: by person and slot, and by table and slot. */
function standing({ talks, slots }: PlanBasis, steps: readonly PlanStep[]) {
  const leaving = new Set(steps.flatMap((step) => (step.what === "add" ? [] : [step.meeting.id])));
  const cells = new Set<string>();
  const pairs = new Set<string>();
  for (const talk of talks.filter(({ id }) => !leaving.has(id))) {
    const slot = slotNumber(slots, talk);
    for (const person of talk.people) cells.add(`${person} ${slot}`);
    if (talk.table !== null) cells.add(`${talk.table} ${slot}`);
    for (const pair of pairsAmong(talk.people)) pairs.add(keyOf(pair));
  }
  return { cells, pairs };
}

/** The talks of a draft that can't be as they are any more, whatever it was that changed since they were drafted. */
export function unfitIn(basis: PlanBasis, steps: readonly PlanStep[]): Id<"plannedTalk">[] {
  const { cells, pairs } = standing(basis, steps);
  const closed = closedTimes(basis);
  // Said since the draft was made: a no of one is a no until the talk is known to both.
  const { isRefused, mayMeet } = saidNo(basis);
  /** Takes the cells of a talk; false when one of them is taken. */
  const takes = (step: Placing, slot: number): boolean => {
    const { table } = step.to;
    const own = [
      ...peopleOf(step).map((person) => `${person} ${slot}`),
      ...(table === null ? [] : [`${table} ${slot}`]),
    ];
    if (own.some((cell) => cells.has(cell))) return false;
    for (const cell of own) cells.add(cell);
    return true;
  };
  const fits = (step: Placing): boolean => {
    const [slot, ids] = [slotNumber(basis.slots, step.to), peopleOf(step)];
    if (slot === undefined || ids.length < 2 || !mayMeet(ids)) return false;
    const haveEachOther = pairsAmong(ids).some((pair) => pairs.has(keyOf(pair)));
    if (step.what === "add" && (haveEachOther || isRefused(ids))) return false;
    const isTable =
      step.to.place === "online" ? step.to.table === null : isWithin(step.to.table, basis.tables);
    return isTable && !ids.some((id) => closed.get(id)?.has(slot)) && takes(step, slot);
  };
  return steps.flatMap((step) => (step.what === "remove" || fits(step) ? [] : [step.talk.id]));
}

const isWithin = (table: number | null, tables: number) => table !== null && table <= tables;
