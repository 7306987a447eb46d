import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./folders.mjs";

/** Every file under the given files and folders of the clone, in a stable order. */
function filesUnder(paths) {
  const walk = (path) => {
    if (!existsSync(path)) return [];
    try {
      return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? walk(join(path, entry.name)) : [join(path, entry.name)],
      );
    } catch {
      return [path];
    }
  };
  return paths.flatMap((path) => walk(join(root, path))).sort();
}

/** A hash over names and contents; `matters` leaves files out that cannot change the result. */
export function hashOf({ paths, also = [], matters = () => true }) {
  const hash = createHash("sha256");
  for (const file of filesUnder(paths).filter(matters)) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  for (const text of also) hash.update(`${text}\0`);
  return hash.digest("hex");
}

/** Remembers in `file` which hash a step was done for, so that it is done again only when that changes. */
export function stamp(file, value) {
  return {
    fresh: () => existsSync(file) && readFileSync(file, "utf8") === value,
    save: () => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, value);
    },
  };
}
