import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { endProcess, runToEnd } from "./children.mjs";
import { startAll } from "./commands/start.mjs";
import { root } from "./folders.mjs";
import { freeTcpPort } from "./ports.mjs";
import { playwrightCounts } from "./reports.mjs";
import { say } from "./say.mjs";

const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");

/** Runs a test program; one that is interrupted is asked to tidy up first, because it has browsers and workers. */
export function runTestProgram({ args, env, shutdown }) {
  const onStart = (child) => shutdown.onStop(() => endProcess(child.pid, { signal: "SIGINT", grace: 6_000 }));
  return runToEnd(process.execPath, args, { cwd: root, env, onStart });
}

/** An organisation's sign-in at an address where nobody answers until a test does. */
const signInThere = async () => ({
  OIDC_ISSUER: `http://127.0.0.1:${await freeTcpPort()}`,
  OIDC_CLIENT_ID: "plenum",
  OIDC_CLIENT_SECRET: randomBytes(24).toString("hex"),
  OIDC_NAME: "Musterwerk",
});

/** Playwright's projects against a stack of their own, begun by `start`; answers with how many tests passed and failed. */
export async function runInBrowsers({ env, data, shutdown, projects, filters, start = startAll }) {
  const browser = await findBrowser();
  say(`browser: ${browser.program}, ${browser.how}`);
  const stack = {
    ...env,
    ...(await signInThere()),
    NODE_ENV: "production",
    PORT: String(await freeTcpPort()),
  };
  const complete = await start({ env: stack, data, shutdown, output: join(data, "app.log") });
  const report = join(data, "playwright.json");
  const code = await runTestProgram({
    args: [playwright, "test", ...projects.map((name) => `--project=${name}`), ...filters],
    env: {
      ...complete,
      ...browser.env,
      NODE_ENV: "test",
      BROWSER_PATH: browser.program,
      PLENUM_E2E_URL: `http://localhost:${stack.PORT}`,
      PLENUM_E2E_REPORT: report,
    },
    shutdown,
  });
  return playwrightCounts(report, code);
}
