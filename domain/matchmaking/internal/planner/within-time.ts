import type { Solvers } from "./solvers";

/** A programme that takes longer is worth less than the plans that could be looked for meanwhile. */
const MOST_LINEAR_SECONDS = 20;

/** The same solvers within the time of one plan: no question gets longer than is left of it, and none is asked behind its end. */
export function withinTime(solvers: Solvers, secondsLeft: () => number): Solvers {
  return {
    linear: async (text, seconds) => {
      const most = Math.min(seconds, MOST_LINEAR_SECONDS, secondsLeft());
      return most > 0 ? solvers.linear(text, most) : { optimum: undefined };
    },
    decide: async (text, { seconds, shouldStop }) => {
      const most = Math.min(seconds, secondsLeft());
      return most > 0 ? solvers.decide(text, { seconds: most, shouldStop }) : { answer: "unknown" };
    },
    close: () => solvers.close(),
  };
}
