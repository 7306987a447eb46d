import { closeSync, openSync, readFileSync } from "node:fs";
import { runToEnd } from "./children.mjs";
import { StackFailure } from "./failure.mjs";

/** So much of a log is shown where something failed: enough for an error and what led to it. */
const TAIL = 60;

const tailOf = (log) => readFileSync(log, "utf8").trimEnd().split("\n").slice(-TAIL).join("\n");

/**
 * Runs a program whose output nobody reads while all is well: it goes into a file, of which only a failure shows the end.
 * A table of all routes between our lines would hide the one that says how to go on.
 */
export async function runQuietly({ what, log, command, args, options }) {
  const output = openSync(log, "w");
  try {
    const code = await runToEnd(command, args, { ...options, stdio: ["ignore", output, output] });
    if (code !== 0) throw new StackFailure(`${what} failed; the end of ${log}:\n\n${tailOf(log)}`);
  } finally {
    closeSync(output);
  }
}
