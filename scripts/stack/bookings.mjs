import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleProgram } from "./bundle.mjs";
import { runToEnd } from "./children.mjs";
import { startAll } from "./commands/start.mjs";
import { root } from "./folders.mjs";
import { freeTcpPort } from "./ports.mjs";

/**
 * The negative control (I9) loads a program into app and worker that takes the lock of seats away. It is bundled here and
 * named here only: no start that people use can be given it by a setting of ours.
 */
async function withoutGuard() {
  const program = await bundleProgram(join(root, "e2e", "checker", "unguarded.ts"), "unguarded");
  return { NODE_OPTIONS: `--import=${pathToFileURL(program)}` };
}

/**
 * Runs the checker of bookings (docs/checker.md) against a production stack of its own in `data`, which nobody else
 * knows, and resolves its exit code. Two processes, so that only the database can keep its promises.
 */
export async function checkBookings({ args, env, data, shutdown }) {
  const port = String(await freeTcpPort());
  // The checker itself is the mail server: it has to be able to go away.
  const smtpPort = String(await freeTcpPort());
  const stack = {
    ...env,
    NODE_ENV: "production",
    PORT: port,
    PLENUM_PROCESSES: "2",
    // Limits stay on: the checker speaks for many visitors, as a proxy of ours would.
    PLENUM_TRUSTED_PROXIES: "127.0.0.0/8,::1",
    LOG_LEVEL: "warn",
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  };
  const unguarded = args.includes("--unguarded") ? await withoutGuard() : {};
  const complete = await startAll({
    env: { ...stack, ...unguarded },
    data,
    shutdown,
    output: join(data, "app.log"),
  });
  const program = await bundleProgram(join(root, "e2e", "checker", "main.ts"), "check-bookings");
  const own = {
    NODE_OPTIONS: env.NODE_OPTIONS ?? "",
    PLENUM_E2E_URL: `http://localhost:${port}`,
    PLENUM_CHECK_SMTP_PORT: smtpPort,
  };
  return runToEnd(process.execPath, ["--enable-source-maps", program, ...args], {
    cwd: root,
    env: { ...complete, ...own },
  });
}
