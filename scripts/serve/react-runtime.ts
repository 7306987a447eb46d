import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { KnowsRuntime } from "./inline-scripts";

/** Ways in which a script may stand inside a string literal of React's source. */
const literals = (text: string) => {
  const lines = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  return [lines.replaceAll("'", "\\'"), lines.replaceAll('"', '\\"')];
};

/**
 * Knows the small runtime that React writes into streamed pages: its text stands in React's server code, so a script
 * counts as the runtime only if that code contains it, whole or as a row of such pieces.
 */
export function reactRuntime(): KnowsRuntime {
  const require = createRequire(join(process.cwd(), "package.json"));
  const folder = join(dirname(require.resolve("next/package.json")), "dist", "compiled", "react-dom", "cjs");
  const source = readFileSync(join(folder, "react-dom-server.node.production.js"), "utf8");
  const known = new Map<string, boolean>();
  const isPiece = (text: string) =>
    /^\$R[A-Z]=/.test(text) && literals(text).some((literal) => source.includes(literal));
  return (text) => {
    const former = known.get(text);
    if (former !== undefined) return former;
    const answer = isPiece(text) || text.split(/(?<=;)(?=\$R[A-Z]=function)/).every(isPiece);
    if (known.size < 100) known.set(text, answer);
    return answer;
  };
}
