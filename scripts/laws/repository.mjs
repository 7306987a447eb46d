import { documentLaws } from "./documents.mjs";
import { lockBreaches, lockLaws } from "./lock-file.mjs";

const LONGEST = 300;
const MEASURED = /\.(?:ts|tsx|css|mjs|cjs)$/;
const BINARY = /\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf|mp3|mp4|webm|ogg|wav|pdf|wasm|zip|gz)$/;
const MACHINE_PATH =
  /(?<![\w.~$})-])\/(?:home|Users)\/[a-z][\w.-]*\/|(?<![\w.:$})/-])\/(?:root|work)\/[\w.-]|\/tmp\/(?:n24|brief|bash_jobs)|[A-Z]:\\Users\\/;
const REGISTRY_HOST = /https?:\/\/[\w.-]*(?:registry|artifactory|nexus|verdaccio|mirror)[\w.-]*[.:][\w]+/i;

const SECRET = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:gh[pousr]|npm)_[A-Za-z0-9]{30,}|\bAKIA[0-9A-Z]{16}\b/;
const STRICT = ["strict", "noUncheckedIndexedAccess", "noFallthroughCasesInSwitch", "isolatedModules"];

/** Laws about the repository as a whole: what anyone who clones it gets. */
const laws = {
  "no-file-is-long": (tree) =>
    sizes(tree)
      .filter(({ lines }) => lines > LONGEST)
      .map(({ file, lines }) => `${file} (${lines} lines, at most ${LONGEST})`),
  "no-machine-paths": (tree) => linesWith(tree, MACHINE_PATH),
  "no-registry-hosts": (tree) => linesWith(tree, REGISTRY_HOST),
  "no-secrets": (tree) => linesWith(tree, SECRET),
  "compiler-stays-strict": (tree) => {
    const { compilerOptions } = JSON.parse(tree.text("tsconfig.json"));
    return STRICT.filter((option) => compilerOptions[option] !== true);
  },
  ...documentLaws,
};

export const repositoryLaws = [...Object.keys(laws), ...lockLaws];

/** Breaches of the repository laws as `{ law, where }`. */
export function repositoryBreaches(tree) {
  const own = Object.entries(laws).flatMap(([law, offenders]) =>
    offenders(tree).map((where) => ({ law, where })),
  );
  return [...own, ...lockBreaches(tree)];
}

/** Median, 90th percentile and maximum of the line counts of TypeScript and CSS files. */
export function sizeReport(tree) {
  const sorted = sizes(tree).filter(({ file }) => /\.(?:tsx?|css)$/.test(file));
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.lines ?? 0;
  return { files: sorted.length, median: at(0.5), p90: at(0.9), longest: sorted.at(-1) };
}

const sizes = (tree) =>
  tree.files
    .filter((file) => MEASURED.test(file))
    .map((file) => ({ file, lines: tree.text(file).trimEnd().split("\n").length }))
    .sort((a, b) => a.lines - b.lines);

function linesWith(tree, pattern) {
  return tree.files
    .filter((file) => !BINARY.test(file) && !file.startsWith("scripts/laws/"))
    .flatMap((file) =>
      tree
        .text(file)
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
    );
}
