import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAlive, waitFor } from "./children.mjs";
import { StackFailure } from "./failure.mjs";

const holderOf = (file) => {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8"));
    return isAlive(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
};

function take(file, more) {
  mkdirSync(dirname(file), { recursive: true });
  if (holderOf(file) === undefined) rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, ...more }), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Who runs the stack of this data folder, or undefined. */
export const stackHolder = (data) => holderOf(join(data, "running.json"));

/** Makes this process the only one that runs the stack of the data folder. Returns a function that gives it back. */
export function holdStack(data, { origin }) {
  const file = join(data, "running.json");
  if (!take(file, { origin })) {
    const holder = holderOf(file);
    throw new StackFailure(
      `Plenum already runs from ${data} (process ${holder?.pid}, ${holder?.origin}).\nStop it there, or set PLENUM_DATA and PORT to run a second one.`,
    );
  }
  return () => rmSync(file, { force: true });
}

/** Waits until nobody else does what `file` guards, does it, and lets the next one in. */
export async function oneAtATime(file, work) {
  if (!(await waitFor(() => take(file, {}), 20 * 60_000, 500)))
    throw new StackFailure(`${file} never became free`);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
