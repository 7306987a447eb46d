import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fetchFile, fetchText } from "./fetch-file.mjs";
import { publicHosts } from "./public-hosts.mjs";
import { zipEntries } from "./zip.mjs";

/** What the project publishes for this platform; there is no release for macOS. */
export function assetName(version) {
  const arch = { x64: "amd64", arm64: "arm64", arm: "armv7" }[process.arch];
  if (arch === undefined) return undefined;
  if (process.platform === "linux") return `livekit_${version}_linux_${arch}.tar.gz`;
  if (process.platform === "win32") return `livekit_${version}_windows_${arch}.zip`;
  return undefined;
}

function unpack(archive, folder) {
  if (!archive.endsWith(".zip")) {
    const tar = spawnSync("tar", ["-xzf", archive, "-C", folder, "livekit-server"]);
    if (tar.status !== 0) throw new Error("could not unpack the release");
    return join(folder, "livekit-server");
  }
  const entry = zipEntries(readFileSync(archive)).find(({ name }) => name === "livekit-server.exe");
  if (entry === undefined) throw new Error("the release holds no livekit-server.exe");
  writeFileSync(join(folder, entry.name), entry.read());
  return join(folder, entry.name);
}

/** Fetches the release and puts its program at `target`; throws when out of reach or when its SHA-256 is another. */
export async function fetchRelease({ version, target, quiet = 5_000, signal }) {
  const asset = assetName(version);
  if (asset === undefined) throw new Error("there is no release for this platform");
  const base = `${(process.env.PLENUM_LIVEKIT_RELEASES || publicHosts.livekitReleases).replace(/\/+$/, "")}/v${version}`;
  const sums = await fetchText(`${base}/checksums.txt`, { quiet, signal });
  const expected = sums
    .split("\n")
    .map((line) => line.trim().split(/\s+\*?/))
    .find(([, name]) => name === asset)?.[0];
  if (expected === undefined) throw new Error(`checksums.txt does not name ${asset}`);
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), "release-"));
  try {
    const archive = join(folder, asset);
    const sum = await fetchFile(`${base}/${asset}`, archive, { quiet, signal });
    if (sum !== expected.toLowerCase())
      throw new Error(`${asset} does not have the SHA-256 of checksums.txt`);
    const program = unpack(archive, folder);
    chmodSync(program, 0o755);
    renameSync(program, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
