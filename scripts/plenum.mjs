// The one entry of every command. Nothing here or in what it imports may need a package: it runs before `npm ci`,
// and must parse on Node 20.19.
import { stopOnFailure } from "./stack/failure.mjs";
import { installPackages } from "./stack/install.mjs";
import { runOnNewerNode } from "./stack/node.mjs";

const commands = {
  start: () => import("./stack/commands/start.mjs"),
  "start-cluster": () => import("./stack/commands/start-cluster.mjs"),
  dev: () => import("./stack/commands/dev.mjs"),
  test: () => import("./stack/commands/test.mjs"),
  "test-long": () => import("./stack/commands/test.mjs"),
  pictures: () => import("./stack/commands/pictures.mjs"),
  "check-bookings": () => import("./stack/commands/check-bookings.mjs"),
  build: () => import("./stack/commands/build.mjs"),
  "demo-reset": () => import("./stack/commands/demo-reset.mjs"),
  erasures: () => import("./stack/commands/erasures.mjs"),
  network: () => import("./stack/commands/network.mjs"),
  "ics-read": () => import("./stack/commands/ics-read.mjs"),
  bench: () => import("./stack/commands/bench.mjs"),
  revive: () => import("./stack/commands/revive.mjs"),
};

const [name = "", ...args] = process.argv.slice(2);

async function main() {
  const load = commands[name];
  if (load === undefined) {
    console.error(`usage: node scripts/plenum.mjs <${Object.keys(commands).join("|")}>`);
    process.exit(2);
  }
  if (await runOnNewerNode()) return;
  await installPackages();
  const { run } = await load();
  await run({ name, args });
}

main().catch(stopOnFailure);
