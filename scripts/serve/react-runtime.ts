import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { KnowsRuntime } from "./inline-scripts";

/** Writes a script the way it stands inside a string literal of React's source. */
const quoted = (text: string) => JSON.stringify(text).slice(1, -1);

/**
 * Knows the small runtime that React writes into streamed pages: its text stands in React's server code, so a script
 * counts as the runtime only if that code contains it, whole or as a row of such pieces.
 */
export function reactRuntime(): KnowsRuntime {
  const require = createRequire(join(process.cwd(), "package.json"));
  const folder = join(dirname(require.resolve("next/package.json")), "dist", "compiled", "react-dom", "cjs");
  const sources = readdirSync(folder)
    .filter((name) => /^react-dom-server\.node\.production\.js$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const known = new Map<string, boolean>();
  const isPiece = (text: string) => text !== "" && sources.some((source) => source.includes(quoted(text)));
  return (text) => {
    const former = known.get(text);
    if (former !== undefined) return former;
    const answer = isPiece(text) || text.split(/(?<=;)(?=\$R[A-Z]=)/).every(isPiece);
    if (known.size < 100) known.set(text, answer);
    return answer;
  };
}
