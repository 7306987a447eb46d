import type { z } from "zod";
import type { PlanBasis } from "../queries/plan-basis";
import type { finishPlanInput, PlanFigures } from "../schema/plans";
import type { Posed } from "./plan-problem";
import type { PlanResult } from "./planner/plan";
import { type Progress, placedIn } from "./planner/progress";
import type { Reason } from "./planner/reasons";
import { DO_NOT_MEET } from "./unplaced";

export type RunPair = z.input<typeof finishPlanInput>["pairs"][number];

/** What a page says of a better plan while it is searched. */
export function figuresOf({ goals, bounds, seconds }: Progress | PlanResult, suggested: number): PlanFigures {
  const { score, gaps, withoutRest, changed, mustsMissing } = goals;
  return { score, gaps, withoutRest, changed, mustsMissing, suggested, bound: bounds.score ?? null, seconds };
}

/** Keys of the texts `plan.unplaced`. */
const KEYS = {
  never: DO_NOT_MEET,
  "no-common-slot": "noCommonSlot",
  "no-common-slot-in-half": "noCommonSlotInHalf",
  "no-common-free-slot": "noCommonFreeSlot",
  "tables-taken": "tablesTaken",
  order: "order",
  "tables-taken-or-order": "tablesTakenOrOrder",
} as const satisfies Record<Exclude<Reason["why"], "quota">, string>;

/** The reason by its key. A quota is named with whose it is, because a row of a run says no names. */
function reasonOf(
  reason: Reason,
  { problem }: Posed,
  wish: { a: number; b: number },
): Pick<RunPair, "reason" | "values"> {
  const values: Record<string, number> = "slots" in reason ? { slots: reason.slots.length } : {};
  if (reason.why !== "quota") return { reason: KEYS[reason.why], values };
  const [isA, isB] = [reason.people.includes(wish.a), reason.people.includes(wish.b)];
  if (isA && isB) return { reason: "quotaBoth", values };
  const { max = 0, heldBefore = 0 } = problem.people[isA ? wish.a : wish.b] ?? {};
  // What they held before counts against the number that was asked for, and is no more of what is planned.
  return { reason: isA ? "quotaOne" : "quotaOther", values: { ...values, quota: max + heldBefore } };
}

/** What a plan says of each pair that planning decides about. Open pairs without a place are not told: nobody asked for them. */
export function pairsIn(basis: PlanBasis, posed: Posed, result: PlanResult): RunPair[] {
  const why = new Map(result.unplaced.map(({ wish, reason }) => [wish, reason]));
  return posed.pairs.flatMap(({ one, other, kind, isBooked, isRefusedMust }, at): RunPair[] => {
    const wish = posed.problem.wishes[at];
    if (!wish || isBooked) return [];
    const whose = { onePersonId: one, otherPersonId: other };
    // One word for every no, so that the desk can't tell whose it is, nor a no from a block.
    if (kind === "never")
      return isRefusedMust
        ? [{ ...whose, kind: "must", startsAt: null, reason: DO_NOT_MEET, values: {} }]
        : [];
    const pair = { ...whose, kind };
    const slot = basis.slots[result.placement[at] ?? -1];
    if (slot) return [{ ...pair, startsAt: slot.startsAt, reason: null, values: {} }];
    const reason = why.get(at);
    if (!reason || kind === "open") return [];
    return [{ ...pair, startsAt: null, ...reasonOf(reason, posed, wish) }];
  });
}

/** Wishes that have a place, of those that somebody has; suggestions are nobody's wish. */
export function countsOf({ problem, pairs }: Posed, placement: ArrayLike<number>) {
  const { placed, suggested } = placedIn(problem, placement);
  const wishes = problem.wishes.filter(({ kind }) => kind === "must" || kind === "want").length;
  const refused = pairs.filter(({ kind, isRefusedMust }) => kind === "never" && isRefusedMust).length;
  return { wishes: wishes + refused, placed, suggested };
}
