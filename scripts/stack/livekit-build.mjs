import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { runGo } from "./go-command.mjs";
import { goProgress } from "./go-progress.mjs";
import { goFromToolchainModule } from "./go-toolchain.mjs";

const MODULE = "github.com/livekit/livekit-server";
const PROGRAM = "cmd/server";

/** Path of an installed Go that is new enough (1.26), or undefined. */
export function installedGo() {
  const result = spawnSync("go", ["env", "GOVERSION"], {
    encoding: "utf8",
    cwd: "/",
    env: { ...process.env, GOTOOLCHAIN: "local" },
  });
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(result.stdout ?? "") ?? [];
  return Number(major) > 1 || Number(minor) >= 26 ? "go" : undefined;
}

/** Where Go keeps what it fetches and builds: its own places, unless there is no home folder to have them in. */
function goFolders(scratch, borrowed) {
  const homeless = !existsSync(homedir());
  if (!borrowed && !homeless) return {};
  return { GOPATH: join(scratch, "path"), GOCACHE: join(scratch, "build"), GOFLAGS: "-modcacherw" };
}

/** Everything a build leaves lies in `scratch`, also what Go would else put into the system's folder for such things. */
function environment(scratch, borrowed) {
  const temporary = join(scratch, "tmp");
  mkdirSync(temporary);
  return {
    ...process.env,
    ...goFolders(scratch, borrowed),
    GOBIN: join(scratch, "bin"),
    GOTMPDIR: temporary,
    GOTOOLCHAIN: "local",
    GOWORK: "off",
    CGO_ENABLED: "0",
  };
}

/** How many packages the server is made of; undefined when Go does not tell. Fetches the modules on its way. */
async function packagesOf({ run, scratch, version }) {
  const { output } = await run(["mod", "download", "-json", `${MODULE}@v${version}`], { cwd: scratch });
  const { Dir: sources, Error: why } = JSON.parse(output || "{}");
  if (why) throw new Error(why);
  if (!sources) return undefined;
  // `go list` knows no `@version`, but the sources have a go.mod of their own.
  const listed = await run(["list", "-deps", `./${PROGRAM}`], { cwd: sources });
  return listed.code === 0 ? listed.output.trim().split("\n").length : undefined;
}

const show = (line) => process.stderr.write(`${line}\n`);

/** Builds livekit-server with `go` and puts it at `target`. Takes some minutes; `note` hears how far it is. */
export async function buildLivekit({ version, target, go, signal, note, borrowed = false }) {
  mkdirSync(dirname(target), { recursive: true });
  const scratch = mkdtempSync(join(dirname(target), "livekit-build-"));
  const progress = goProgress();
  try {
    const env = environment(scratch, borrowed);
    const run = (args, { cwd, other = () => undefined }) =>
      runGo(go, args, {
        cwd,
        env,
        signal,
        onLine: (line) => (progress.count(line) ? note(progress.text()) : other(line)),
      });
    progress.expect(await packagesOf({ run, scratch, version }));
    const wanted = `${MODULE}/${PROGRAM}@v${version}`;
    const { code } = await run(["install", "-v", wanted], { cwd: scratch, other: show });
    if (code !== 0) throw new Error("go install failed; its message is above");
    renameSync(join(scratch, "bin", process.platform === "win32" ? "server.exe" : "server"), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same with a Go that is fetched first, for machines without one. */
export async function buildLivekitWithFetchedGo({ version, target, signal, note }) {
  const go = await goFromToolchainModule(signal);
  if (go === undefined) throw new Error("there is no Go toolchain module for this platform");
  await buildLivekit({ version, target, go, signal, note, borrowed: true });
  // It has done its one job, and is larger than everything else in the cache folder.
  rmSync(dirname(dirname(go)), { recursive: true, force: true });
}
