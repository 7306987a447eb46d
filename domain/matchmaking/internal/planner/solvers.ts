/** An answer of a solver that can be relied on: a proven optimum, or nothing. HiGHS also has an incumbent at a time limit. */
export type LinearAnswer =
  | { optimum: number; shareOf: (column: string) => number }
  | { optimum: undefined; shareOf?: undefined };

export type Decision = { answer: "yes"; model: string } | { answer: "no" } | { answer: "unknown" };

/** What proves how good a plan can be. Given to the planner from outside: it needs no WebAssembly to make a plan. */
export type Solvers = {
  /** Solves a linear programme in CPLEX's LP format. Blocks; never longer than so many seconds. */
  linear: (text: string, seconds: number) => Promise<LinearAnswer>;
  /** Whether what an SMT-LIB text asserts can be fulfilled. */
  decide: (text: string, limit: { seconds: number; shouldStop: () => boolean }) => Promise<Decision>;
  close: () => Promise<void>;
};
