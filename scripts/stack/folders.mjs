import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone this command belongs to. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Things fetched once and shared by every clone of this person: a newer Node, livekit-server. */
export function cacheFolder() {
  if (process.env.PLENUM_CACHE) return resolve(process.env.PLENUM_CACHE);
  const home = homedir();
  return home === "" || home === "/" ? join(tmpdir(), "plenum-cache") : join(home, ".cache", "plenum");
}

/** Database, secrets and logs of this clone; PLENUM_DATA moves them. */
export const dataFolder = () => resolve(root, process.env.PLENUM_DATA || ".data");

/** Bundles and stamps of this clone; safe to delete. */
export const buildFolder = join(root, ".build");
