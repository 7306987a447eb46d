import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NOT_OURS = new Set([
  "node_modules",
  ".git",
  ".next",
  ".build",
  ".data",
  "test-results",
  "playwright-report",
]);
const SOURCE = /\.(?:ts|tsx|mts|cts|mjs|cjs|js)$/;

/**
 * A snapshot of the files a tree holds: `files` are paths relative to `root` with forward slashes, `text(file)`
 * reads one. Inside a clone that is what git tracks or would track; elsewhere everything on disk.
 */
export function readTree(root) {
  const files = (listedByGit(root) ?? walk(root, "")).sort();
  const known = new Set(files);
  const texts = new Map();
  const text = (file) => {
    if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), "utf8"));
    return texts.get(file);
  };
  return { root, files, text, has: (file) => known.has(file) };
}

export const sourcesOf = (tree) => tree.files.filter((file) => SOURCE.test(file));

export const isTest = (file) => /\.test\.tsx?$/.test(file);

function listedByGit(root) {
  try {
    // Running inside a folder below a clone would list that clone's files under wrong names.
    const top = git(root, "rev-parse", "--show-prefix");
    if (top.trim() !== "") return undefined;
    const gone = new Set(git(root, "ls-files", "-d", "-z").split("\0"));
    const listed = git(root, "ls-files", "-co", "--exclude-standard", "-z").split("\0");
    return [...new Set(listed)].filter(
      (file) => file !== "" && !gone.has(file) && !NOT_OURS.has(file.split("/")[0]),
    );
  } catch {
    return undefined;
  }
}

const git = (root, ...args) =>
  execFileSync("git", args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1e8,
  });

function walk(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}
