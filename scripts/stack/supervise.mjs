import { openSync } from "node:fs";
import { join } from "node:path";
import { programPath } from "./bundle.mjs";
import { endProcess, startChild } from "./children.mjs";
import { root } from "./folders.mjs";
import { say } from "./say.mjs";
import { writeWhole } from "./write-whole.mjs";

const YOUNG_MILLISECONDS = 5_000;
const PAUSE_MILLISECONDS = 300;

/**
 * Keeps a bundled program running: one that crashes is started again, one that cannot even begin ends the stack. Its
 * process id stands in `<name>.json` of the data folder, its log goes to the file `output` or to our own.
 */
export function supervise({ name, program, flags = [], data, env, output, shutdown }) {
  let child;
  const start = () => {
    const born = Date.now();
    const stdio = output === undefined ? "inherit" : openSync(output, "a");
    const args = ["--enable-source-maps", ...flags, programPath(program)];
    const quiet = { ...env, NEXT_TELEMETRY_DISABLED: "1" };
    child = startChild(process.execPath, args, { cwd: root, env: quiet, tied: true, stdio });
    writeWhole(join(data, `${name}.json`), JSON.stringify({ pid: child.pid }));
    child.once("exit", (code, signal) => {
      if (shutdown.isEnding()) return;
      say(`${name} ended by itself (${signal ?? code})`);
      if (Date.now() - born < YOUNG_MILLISECONDS) shutdown.leave(1);
      else setTimeout(start, PAUSE_MILLISECONDS);
    });
  };
  start();
  shutdown.onStop(() => endProcess(child.pid, { grace: 4_000 }));
}
