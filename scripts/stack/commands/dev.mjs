import { copyBoardFonts } from "../board-fonts.mjs";
import { bundlePrograms } from "../bundle.mjs";
import { stopOnFailure } from "../failure.mjs";
import { dataFolder } from "../folders.mjs";
import { usualPorts } from "../livekit-config.mjs";
import { holdStack } from "../lock.mjs";
import { say } from "../say.mjs";
import { createShutdown } from "../shutdown.mjs";
import { refuseTakenPort } from "../stack.mjs";
import { copyVision } from "../vision.mjs";
import { startAll } from "./start.mjs";

/** Like start, with Next's development server: pages follow their sources. The worker is bundled once, at start. */
export async function run() {
  const data = dataFolder();
  const env = { ...process.env, NODE_ENV: "development", PORT: process.env.PORT || "3000" };
  process.on("exit", holdStack(data, { origin: `http://localhost:${env.PORT}` }));
  const shutdown = createShutdown();
  try {
    await refuseTakenPort(env);
    await bundlePrograms();
    copyVision();
    copyBoardFonts();
    await startAll({ env, data, usual: usualPorts, shutdown });
    say(`development server at http://localhost:${env.PORT}; mailbox at /dev/mailbox; Ctrl-C stops it`);
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}
