import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Interrupted } from "./failure.mjs";
import { cacheFolder } from "./folders.mjs";
import { buildLivekit, buildLivekitWithFetchedGo, installedGo } from "./livekit-build.mjs";
import { fetchRelease } from "./livekit-release.mjs";
import { firstWayThatWorks } from "./livekit-ways.mjs";

/** The last version that `go install` accepts; the client libraries are tested against it. */
export const livekitVersion = "1.13.5";

/** Version of a livekit-server program, or undefined when it does not run. */
export function versionOf(program) {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return /version (\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
}

/** 1.13.5 or a later 1.13. */
export function fits(version) {
  const [major, minor, patch] = (version ?? "").split(".").map(Number);
  return major === 1 && minor === 13 && patch >= 5;
}

const COMPILES = `compiling takes minutes, once. A livekit-server ${livekitVersion} on PATH, or LIVEKIT_URL, spares it.`;

/** The ways that may have to fetch something, in the order in which they are tried. */
const ways = [
  { name: "the release download", get: fetchRelease },
  {
    name: "go install with the Go of this machine (minutes, once)",
    hint: COMPILES,
    applies: () => installedGo() !== undefined,
    get: (wanted) => buildLivekit({ ...wanted, go: installedGo() }),
  },
  {
    name: "go install with a fetched Go toolchain (minutes, once)",
    hint: COMPILES,
    get: buildLivekitWithFetchedGo,
  },
];

const targetOf = () => {
  const exe = process.platform === "win32" ? ".exe" : "";
  return join(cacheFolder(), `livekit-server-${livekitVersion}${exe}`);
};

/** Path of a livekit-server that is here already, or undefined. Fetches and builds nothing. */
export function programHere() {
  return ["livekit-server", targetOf()].find((program) => fits(versionOf(program)));
}

/**
 * Path of a livekit-server and where it came from. Fetches or builds one only when there is none yet; whoever stops
 * us meanwhile waits until what was begun is ended and removed.
 */
export async function findLivekit({ onStop }) {
  if (fits(versionOf("livekit-server"))) return { program: "livekit-server", how: "found on PATH" };
  const target = targetOf();
  const works = (program) => fits(versionOf(program));
  if (existsSync(target) && works(target)) return { program: target, how: "from the cache folder" };
  const interrupt = new AbortController();
  const { signal } = interrupt;
  const search = firstWayThatWorks({ ways, wanted: { version: livekitVersion, target }, works, signal });
  onStop(async () => {
    interrupt.abort(new Interrupted("interrupted before there was a livekit-server"));
    await Promise.allSettled([search]);
  });
  return { program: target, how: `by ${await search}` };
}
