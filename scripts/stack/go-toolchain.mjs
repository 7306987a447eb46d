import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fetchFile } from "./fetch-file.mjs";
import { cacheFolder } from "./folders.mjs";
import { zipEntries } from "./zip.mjs";

const VERSION = "v0.0.1-go1.26.8";

/**
 * The sums under which Go's checksum database knows these modules. They are written down here, because then the
 * archive is checked even where that database cannot be asked, and no answer of a proxy can change them.
 */
const SUMS = {
  "linux-amd64": "h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=",
  "linux-arm64": "h1:sYL/O6MqS68ML0kjsQ36WoYIpJqkw60TxizWUYUKQMc=",
  "darwin-amd64": "h1:7/9KPPN8PckcA9s91hm2jmQMhzW4KyTJXHIs45L0C9M=",
  "darwin-arm64": "h1:dFjGhY6f8DTsY8/rLchUTDRRfjJP4pCrGCwxvHFT2Fg=",
};

const platform = () => `${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;

/** The proxy Go would ask first: GOPROXY may list several, or say `direct` and `off`, which are no addresses. */
function proxy() {
  const named = (process.env.GOPROXY ?? "").split(/[,|]/).find((part) => /^https?:\/\//.test(part));
  if (named === undefined) throw new Error("GOPROXY names no module proxy to fetch a Go toolchain from");
  return named.replace(/\/+$/, "");
}

/** Go's own hash of a module (golang.org/x/mod/sumdb/dirhash, Hash1): SHA-256 over the sorted sums of its files. */
export function moduleSum(entries) {
  const lines = entries
    .map(({ name, read }) => ({ name, sum: createHash("sha256").update(read()).digest("hex") }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
    .map(({ name, sum }) => `${sum}  ${name}\n`);
  return `h1:${createHash("sha256").update(lines.join("")).digest("base64")}`;
}

/** Module archives carry no permissions; what Go has to run lies in these two folders. */
const isProgram = (path) => path.startsWith("bin/") || path.startsWith("pkg/tool/");

function unpack(entries, folder) {
  const prefix = `golang.org/toolchain@${VERSION}.${platform()}/`;
  for (const { name, read } of entries) {
    const path = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (path === "" || path.endsWith("/") || path.split("/").includes("..")) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, read());
    if (isProgram(path)) chmodSync(file, 0o755);
  }
}

/** Path of a `go` from the toolchain module, fetched once into the cache folder; undefined where there is none. */
export async function goFromToolchainModule(signal) {
  const expected = SUMS[platform()];
  if (expected === undefined) return undefined;
  const folder = join(cacheFolder(), `go-${VERSION}`);
  const go = join(folder, "bin", "go");
  if (existsSync(go)) return go;
  const archive = `${folder}.zip`;
  const half = `${folder}.half`;
  mkdirSync(cacheFolder(), { recursive: true });
  const from = `${proxy()}/golang.org/toolchain/@v/${VERSION}.${platform()}.zip`;
  try {
    await fetchFile(from, archive, { quiet: 15_000, signal });
    const entries = zipEntries(readFileSync(archive));
    if (moduleSum(entries) !== expected) throw new Error("the Go toolchain does not have the expected sum");
    rmSync(half, { recursive: true, force: true });
    unpack(entries, half);
    renameSync(half, folder);
  } finally {
    rmSync(archive, { force: true });
  }
  return go;
}
