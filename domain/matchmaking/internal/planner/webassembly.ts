import { setFlagsFromString } from "node:v8";
import type { Decision, LinearAnswer, Solvers } from "./solvers";

const STOP_POLL_MS = 50;
/** Guessing "no" first decided hard timetables in two thirds of the time that the usual guess, "as last time", took. */
const LOGIC = "(set-logic QF_FD)(set-option :sat.phase always_false)";

/**
 * V8 compiles a function of WebAssembly better once it has run for so long. Its usual patience suits programs that run for
 * seconds; of the solver's first programme, which takes a twentieth of one, it made three quarters compiling.
 */
const PATIENCE = "--wasm-tiering-budget=";
const [USUAL_PATIENCE, LONG_PATIENCE] = [13_000_000, 1_000_000_000];

/** Does something with that patience; others, such as Z3, which comes later, have the usual one. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  setFlagsFromString(`${PATIENCE}${LONG_PATIENCE}`);
  try {
    return await work();
  } finally {
    setFlagsFromString(`${PATIENCE}${USUAL_PATIENCE}`);
  }
}

const linear: Solvers["linear"] = (text, seconds) =>
  patiently(async (): Promise<LinearAnswer> => {
    const { default: load } = await import("highs");
    // A module that was out of memory once cannot go on, so each programme gets a fresh one; loading takes some milliseconds.
    const highs = await load();
    const { Status, ObjectiveValue, Columns } = highs.solve(text, {
      time_limit: seconds,
      output_flag: false,
    });
    if (Status !== "Optimal") return { optimum: undefined };
    return { optimum: ObjectiveValue, shareOf: (column) => primalOf(Columns[column]) };
  });

const primalOf = (column: object | undefined) =>
  column && "Primal" in column && typeof column.Primal === "number" ? column.Primal : 0;

type Z3Module = Awaited<ReturnType<typeof import("z3-solver")["init"]>>;
type Context = ReturnType<Z3Module["Z3"]["mk_context"]>;

/** What is used of Z3's WebAssembly module directly. */
type Memory = {
  HEAPU8: Uint8Array;
  _malloc: (bytes: number) => number;
  _free: (address: number) => void;
  async_call: (begin: () => void) => Promise<string>;
  _async_Z3_eval_smtlib2_string: (context: Context, text: number) => void;
};

/**
 * The package's own function lays the text on a stack that it gives up before the thread which reads it is done, so now
 * and then a few characters of it are others. Here the text has memory of its own until the answer is there.
 */
async function evaluated(memory: Memory, context: Context, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const address = memory._malloc(bytes.length + 1);
  memory.HEAPU8.set(bytes, address);
  memory.HEAPU8[address + bytes.length] = 0;
  try {
    return await memory.async_call(() => memory._async_Z3_eval_smtlib2_string(context, address));
  } finally {
    memory._free(address);
  }
}

async function decide(
  { Z3, em }: Z3Module,
  text: string,
  { seconds, shouldStop }: Parameters<Solvers["decide"]>[1],
): Promise<Decision> {
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  Z3.del_config(config);
  const poll = setInterval(() => {
    if (shouldStop()) Z3.interrupt(context);
  }, STOP_POLL_MS);
  try {
    const limit = `(set-option :timeout ${Math.max(1, Math.round(seconds * 1000))})`;
    const answer = await evaluated(em, context, `${LOGIC}${limit}${text}(check-sat)(get-model)`);
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
    decide: async (text, { seconds, shouldStop }) => {
      const asked = performance.now();
      loading ??= import("z3-solver").then(({ init }) => init());
      const z3 = await loading;
      // On a busy machine loading takes seconds, which are the question's too.
      const left = seconds - (performance.now() - asked) / 1000;
      return left > 0 ? decide(z3, text, { seconds: left, shouldStop }) : { answer: "unknown" };
    },
    close: async () => {
      if (!loading) return;
      const { killThreads } = await import("z3-solver");
      await killThreads((await loading).em);
    },
  };
}
