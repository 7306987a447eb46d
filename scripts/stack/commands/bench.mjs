import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../browser.mjs";
import { buildAll } from "../build.mjs";
import { bundleProgram, bundlePrograms } from "../bundle.mjs";
import { runToEnd } from "../children.mjs";
import { StackFailure, stopOnFailure } from "../failure.mjs";
import { root } from "../folders.mjs";
import { freeTcpPort } from "../ports.mjs";
import { createShutdown } from "../shutdown.mjs";
import { startAll } from "./start.mjs";

/** Benches that move media need a browser; the others must not fail for want of one. */
async function browserEnvironment() {
  try {
    const { program, env } = await findBrowser();
    return { ...env, BROWSER_PATH: program };
  } catch {
    return {};
  }
}

/** Benches of what is only calculated: they need no app and no services. */
const withoutStack = new Set(["planner", "suggestions"]);

async function ownStack(shutdown) {
  const data = mkdtempSync(join(tmpdir(), "plenum-bench-"));
  shutdown.onStop(async () => rmSync(data, { recursive: true, force: true }));
  await buildAll();
  const port = String(await freeTcpPort());
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: port,
    PLENUM_PROCESSES: process.env.PLENUM_PROCESSES || "2",
    // Rate limits stay on: the bench speaks for many visitors, as a proxy of ours would.
    PLENUM_TRUSTED_PROXIES: "127.0.0.0/8,::1",
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  };
  const complete = await startAll({ env, data, shutdown });
  return { env: complete, base: `http://localhost:${port}` };
}

/**
 * Runs `bench/<name>/main.ts` with the words after the name. With `--base URL` against an app that runs already (which
 * has to trust this machine as a proxy), else against a production stack of its own.
 */
export async function run({ args: [name = "", ...args] }) {
  const entry = join(root, "bench", name, "main.ts");
  if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
    const known = existsSync(join(root, "bench"))
      ? readdirSync(join(root, "bench")).filter((one) => existsSync(join(root, "bench", one, "main.ts")))
      : [];
    throw new StackFailure(`there is no bench called "${name}"; there are: ${known.join(", ")}`);
  }
  const shutdown = createShutdown();
  try {
    const needsNone =
      withoutStack.has(name) || args.some((one) => one === "--base" || one.startsWith("--base="));
    if (withoutStack.has(name)) await bundlePrograms();
    const stack = needsNone ? { env: process.env, base: undefined } : await ownStack(shutdown);
    const program = await bundleProgram(entry, `bench-${name}`);
    const base = stack.base === undefined ? [] : ["--base", stack.base];
    const code = await runToEnd(process.execPath, ["--enable-source-maps", program, ...base, ...args], {
      cwd: root,
      env: { ...stack.env, ...(await browserEnvironment()) },
    });
    await shutdown.end();
    process.exit(code);
  } catch (error) {
    await shutdown.end();
    stopOnFailure(error);
  }
}
