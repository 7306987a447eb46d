import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { StackFailure } from "./failure.mjs";
import { say } from "./say.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

const runs = (program, env = {}) =>
  existsSync(program) && spawnSync(program, ["--version"], { env: { ...process.env, ...env } }).status === 0;

/** The Chromium inside an npm package: Linux on x64 only, and it brings the libraries that servers lack. */
async function packaged() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    // The package unpacks its libraries only where it believes to be in a cloud function.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
    const { default: chromium } = await import("@sparticuz/chromium");
    const program = await chromium.executablePath();
    const env = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? "" };
    return runs(program, env) ? { program, how: "from the npm package @sparticuz/chromium", env } : undefined;
  } catch {
    return undefined;
  }
}

function downloaded(own) {
  say("no browser found: trying Playwright's download");
  const result = spawnSync("npx", ["playwright", "install", "chromium"], {
    stdio: "inherit",
    timeout: 300_000,
    shell: process.platform === "win32",
  });
  return result.status === 0 && runs(own)
    ? { program: own, how: "downloaded by Playwright", env: {} }
    : undefined;
}

/** A Chromium for the tests: `program`, how it was found, and what it needs in its environment. */
export async function findBrowser() {
  const given = process.env.BROWSER_PATH;
  if (given) {
    if (runs(given)) return { program: given, how: "from BROWSER_PATH", env: {} };
    throw new StackFailure(`BROWSER_PATH is ${given}, which does not run.`);
  }
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  if (runs(own)) return { program: own, how: "Playwright's own", env: {} };
  const installed = INSTALLED.find((program) => runs(program));
  if (installed !== undefined) return { program: installed, how: "installed on this machine", env: {} };
  const found = (await packaged()) ?? downloaded(own);
  if (found !== undefined) return found;
  throw new StackFailure(
    "no browser for the tests. Install Chromium (apt-get install chromium), or set BROWSER_PATH to one.",
  );
}
