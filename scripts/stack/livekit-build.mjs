import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { runToEnd } from "./children.mjs";
import { goFromToolchainModule } from "./go-toolchain.mjs";

const MODULE = "github.com/livekit/livekit-server/cmd/server";

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

/** Builds livekit-server with `go` and puts it at `target`. Takes some minutes; Go prints what it fetches. */
export async function buildLivekit({ version, target, go, borrowed = false }) {
  mkdirSync(dirname(target), { recursive: true });
  const scratch = mkdtempSync(join(dirname(target), "livekit-build-"));
  try {
    const code = await runToEnd(go, ["install", `${MODULE}@v${version}`], {
      cwd: scratch,
      env: {
        ...process.env,
        ...goFolders(scratch, borrowed),
        GOBIN: join(scratch, "bin"),
        GOTOOLCHAIN: "local",
        CGO_ENABLED: "0",
      },
    });
    if (code !== 0) throw new Error("go install failed; its message is above");
    renameSync(join(scratch, "bin", process.platform === "win32" ? "server.exe" : "server"), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The same with a Go that is fetched first, for machines without one. */
export async function buildLivekitWithFetchedGo({ version, target }) {
  const go = await goFromToolchainModule();
  if (go === undefined) throw new Error("there is no Go toolchain module for this platform");
  await buildLivekit({ version, target, go, borrowed: true });
  // It has done its one job, and is larger than everything else in the cache folder.
  rmSync(dirname(dirname(go)), { recursive: true, force: true });
}
