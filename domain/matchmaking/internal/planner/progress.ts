import type { Goals, PlanProblem } from "./model";
import type { Solvers } from "./solvers";

export type Bounds = {
  /** Must-meets that stay without a place in every plan, at least. */
  mustsMissing: number;
  /** No plan that does as well in the goals before has a higher score; undefined where nothing was proven. */
  score: number | undefined;
  /** No plan of the same wishes has fewer gaps; known only where every wish that can have a place has one. */
  gaps: number | undefined;
};

export type Phase = "first" | "choose" | "arrange" | "prove";

export type Progress = {
  phase: Phase;
  goals: Goals;
  /** Wishes with a place in the best plan so far, and talks beside them for which nobody asked. */
  placed: number;
  suggested: number;
  bounds: Bounds;
  seconds: number;
};

export type PlanOptions = {
  seed: number;
  seconds: number;
  /** Milliseconds of a clock that only goes forward. */
  now: () => number;
  shouldStop: () => boolean;
  onProgress: (progress: Progress) => void;
  /** Without solvers there are plans and no bounds. */
  solvers?: Solvers;
  /**
   * Ends as soon as score and gaps are proven, although waits and what follows them might still become better; and where
   * nothing can be proven, once nothing better was found for long.
   */
  endsWhenProven?: boolean;
};

/** Wishes with a place, and talks with one that nobody asked for. */
export function placedIn({ wishes }: Pick<PlanProblem, "wishes">, placement: ArrayLike<number>) {
  const counts = { placed: 0, suggested: 0 };
  wishes.forEach(({ kind }, at) => {
    if (kind !== "never" && (placement[at] ?? -1) >= 0) counts[kind === "open" ? "suggested" : "placed"]++;
  });
  return counts;
}
