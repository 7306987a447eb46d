import { posix } from "node:path";

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const ELSEWHERE = /^[a-z]+:/;
const FENCED = /^```.*?^```/gms;

/** How GitHub names a heading in an address. */
const anchorOf = (heading) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\- _]/gu, "")
    .replaceAll(" ", "-");

const anchorsIn = (text) =>
  new Set([...text.replace(FENCED, "").matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading)));

function leadsSomewhere(tree, document, link) {
  const [path, anchor] = link.split("#");
  const target = path === "" ? document : posix.normalize(posix.join(posix.dirname(document), path));
  const folder = `${target.replace(/\/$/, "")}/`;
  if (!tree.has(target) && !tree.files.some((file) => file.startsWith(folder))) return false;
  return !anchor || !target.endsWith(".md") || anchorsIn(tree.text(target)).has(anchor);
}

const isNamed = (text, script) => {
  const name = script.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`\`[^\`\\n]*(?<![\\w:-])${name}(?![\\w:-])[^\`\\n]*\``).test(text);
};

/** Laws about what is written for people who read the repository. */
export const documentLaws = {
  "documents-link-to-what-exists": (tree) =>
    tree.files
      .filter((file) => file.endsWith(".md"))
      .flatMap((document) =>
        [...tree.text(document).replace(FENCED, "").matchAll(LINK)]
          .map(([, link]) => link)
          .filter((link) => !ELSEWHERE.test(link) && !leadsSomewhere(tree, document, link))
          .map((link) => `${document}: ${link}`),
      ),
  "readme-names-every-script": (tree) => {
    if (!tree.has("README.md")) return [];
    const scripts = Object.keys(JSON.parse(tree.text("package.json")).scripts ?? {});
    // A block of commands names them as well as a word in a sentence does.
    const text = tree.text("README.md").replace(FENCED, (block) => block.replace(/^(?!```)(.*)$/gm, "`$1`"));
    return scripts.filter((script) => !isNamed(text, script)).map((script) => `npm run ${script}`);
  },
};
