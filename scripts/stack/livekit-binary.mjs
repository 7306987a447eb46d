import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { StackFailure } from "./failure.mjs";
import { cacheFolder } from "./folders.mjs";
import { buildLivekit, buildLivekitWithFetchedGo, installedGo } from "./livekit-build.mjs";
import { fetchRelease } from "./livekit-release.mjs";
import { say, step } from "./say.mjs";

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

/** The ways that may have to fetch something, in the order in which they are tried. */
const ways = [
  { name: "the release download", get: fetchRelease },
  {
    name: "go install with the Go of this machine (minutes, once)",
    applies: () => installedGo() !== undefined,
    get: (wanted) => buildLivekit({ ...wanted, go: installedGo() }),
  },
  { name: "go install with a fetched Go toolchain (minutes, once)", get: buildLivekitWithFetchedGo },
];

/** Path of a livekit-server and where it came from. Fetches or builds one only when there is none yet. */
export async function findLivekit() {
  if (fits(versionOf("livekit-server"))) return { program: "livekit-server", how: "found on PATH" };
  const exe = process.platform === "win32" ? ".exe" : "";
  const target = join(cacheFolder(), `livekit-server-${livekitVersion}${exe}`);
  if (existsSync(target) && fits(versionOf(target))) return { program: target, how: "from the cache folder" };
  const tried = [];
  for (const { name, get, applies = () => true } of ways) {
    if (!applies()) continue;
    try {
      await step(`livekit-server ${livekitVersion} by ${name}`, () =>
        get({ version: livekitVersion, target }),
      );
      if (fits(versionOf(target))) return { program: target, how: `by ${name}` };
      tried.push(`${name}: the program does not run here`);
    } catch (error) {
      const why = error.cause?.code ?? error.message;
      say(`  not by ${name}: ${why}`);
      tried.push(`${name}: ${why}`);
    }
  }
  throw new StackFailure(
    `no livekit-server ${livekitVersion} found:\n  ${tried.join("\n  ")}\nPut one on PATH, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.`,
  );
}
