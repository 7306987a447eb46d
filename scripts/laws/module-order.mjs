import { isTest } from "./tree.mjs";

const MODULE = /^domain\/([^/.]+)/;

/**
 * Imports that close a circle between domain modules, as "from → to" of files. dependency-cruiser can only ask whether a
 * folder is part of any circle, and the demo seed in db/ would close one for every module.
 */
export function moduleCircles(modules) {
  const imports = modules
    .filter(({ source }) => !isTest(source))
    .flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    )
    .map((edge) => ({ ...edge, above: moduleOf(edge.from), below: moduleOf(edge.to) }))
    .filter(({ above, below }) => above !== undefined && below !== undefined && above !== below);
  const reach = reachability(imports);
  return imports
    .filter(({ above, below }) => reach(below).has(above))
    .map(({ from, to }) => `${from} → ${to}`);
}

const moduleOf = (file) => file.match(MODULE)?.[1];

function reachability(edges) {
  const known = new Map();
  return (start) => {
    if (known.has(start)) return known.get(start);
    const seen = new Set([start]);
    for (const module of seen) for (const { above, below } of edges) if (above === module) seen.add(below);
    known.set(start, seen);
    return seen;
  };
}
