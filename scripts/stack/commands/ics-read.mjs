import { bundlePrograms, programPath } from "../bundle.mjs";
import { runToEnd } from "../children.mjs";
import { stopOnFailure } from "../failure.mjs";
import { root } from "../folders.mjs";

/** Prints what an import of a calendar file would keep, as JSON; see lib/ics/reading/command.ts. */
export async function run({ args }) {
  try {
    await bundlePrograms();
    process.exitCode = await runToEnd(process.execPath, [programPath("ics-read"), ...args], {
      cwd: root,
      env: process.env,
    });
  } catch (error) {
    stopOnFailure(error);
  }
}
