import { existsSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./children.mjs";
import { StackFailure } from "./failure.mjs";
import { root } from "./folders.mjs";
import { step } from "./say.mjs";
import { hashOf, stamp } from "./stamp.mjs";

/** `npm ci`, when the lock file is another than the one that was installed. */
export async function installPackages() {
  const modules = join(root, "node_modules");
  const wanted = hashOf({
    paths: ["package-lock.json"],
    also: [process.platform, process.arch, process.versions.node.split(".")[0]],
  });
  // The stamp lives inside node_modules, so that deleting the folder also forgets it.
  const installed = stamp(join(modules, ".plenum-lock"), wanted);
  if (existsSync(modules) && installed.fresh()) return;
  await step("packages (npm ci)", async () => {
    // Not spawnSync: it would stand in the way of the clock that says every 15 seconds that the step is still at it.
    const code = await runToEnd("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      shell: process.platform === "win32",
    });
    if (code !== 0) throw new StackFailure("npm ci failed; its message is above.");
  });
  installed.save();
}
