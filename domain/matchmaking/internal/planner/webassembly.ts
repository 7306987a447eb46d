import type { Decision, LinearAnswer, Solvers } from "./solvers";

const STOP_POLL_MS = 50;

async function linear(text: string, seconds: number): Promise<LinearAnswer> {
  const { default: load } = await import("highs");
  // A module that was out of memory once cannot go on, so each programme gets a fresh one; loading takes a few milliseconds.
  const highs = await load();
  const { Status, ObjectiveValue, Columns } = highs.solve(text, { time_limit: seconds, output_flag: false });
  if (Status !== "Optimal") return { optimum: undefined };
  return { optimum: ObjectiveValue, shareOf: (column) => primalOf(Columns[column]) };
}

const primalOf = (column: object | undefined) =>
  column && "Primal" in column && typeof column.Primal === "number" ? column.Primal : 0;

type Z3Module = Awaited<ReturnType<typeof import("z3-solver")["init"]>>;

async function decide(
  { Z3 }: Z3Module,
  text: string,
  { seconds, shouldStop }: Parameters<Solvers["decide"]>[1],
): Promise<Decision> {
  const context = Z3.mk_context(Z3.mk_config());
  const poll = setInterval(() => {
    if (shouldStop()) Z3.interrupt(context);
  }, STOP_POLL_MS);
  try {
    const limit = `(set-option :timeout ${Math.max(1, Math.round(seconds * 1000))})`;
    const answer = await Z3.eval_smtlib2_string(
      context,
      `(set-logic QF_FD)${limit}${text}(check-sat)(get-model)`,
    );
    if (answer.startsWith("sat")) return { answer: "yes", model: answer };
    return { answer: answer.startsWith("unsat") ? "no" : "unknown" };
  } finally {
    clearInterval(poll);
    Z3.del_context(context);
  }
}

/** HiGHS and Z3 as WebAssembly, each loaded when it is first needed. Z3 works in threads of its own. */
export function webAssemblySolvers(): Solvers {
  let loading: Promise<Z3Module> | undefined;
  return {
    linear,
    decide: async (text, limit) => {
      loading ??= import("z3-solver").then(({ init }) => init());
      return decide(await loading, text, limit);
    },
    close: async () => {
      if (!loading) return;
      const { killThreads } = await import("z3-solver");
      await killThreads((await loading).em);
    },
  };
}
