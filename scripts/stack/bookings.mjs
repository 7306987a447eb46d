import { join } from "node:path";
import { bundleProgram } from "./bundle.mjs";
import { runToEnd } from "./children.mjs";
import { startAll } from "./commands/start.mjs";
import { root } from "./folders.mjs";
import { freeTcpPort } from "./ports.mjs";

/**
 * Runs the checker of bookings (docs/checker.md) against a production stack of its own in `data`, which nobody else
 * knows, and resolves its exit code. Two processes, so that only the database can keep its promises.
 */
export async function checkBookings({ args, env, data, shutdown }) {
  const port = String(await freeTcpPort());
  const stack = {
    ...env,
    NODE_ENV: "production",
    PORT: port,
    PLENUM_PROCESSES: "2",
    // Limits stay on: the checker speaks for many visitors, as a proxy of ours would.
    PLENUM_TRUSTED_PROXIES: "127.0.0.0/8,::1",
    LOG_LEVEL: "warn",
  };
  const complete = await startAll({ env: stack, data, shutdown, output: join(data, "app.log") });
  const program = await bundleProgram(join(root, "e2e", "checker", "main.ts"), "check-bookings");
  return runToEnd(process.execPath, ["--enable-source-maps", program, ...args], {
    cwd: root,
    env: { ...complete, PLENUM_E2E_URL: `http://localhost:${port}` },
  });
}
