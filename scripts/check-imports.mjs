// The import law of .dependency-cruiser.cjs. Run: node scripts/check-imports.mjs
import { importBreaches, importLaws, importReasons } from "./laws/imports.mjs";
import { report } from "./laws/report.mjs";
import { readTree, sourcesOf } from "./laws/tree.mjs";

const tree = readTree(process.cwd());
report({
  laws: importLaws,
  reasons: importReasons,
  breaches: await importBreaches(tree),
  seen: sourcesOf(tree).length,
});
