// Laws an import graph cannot see: structure, lock file, sizes. Run: node scripts/check-structure.mjs
import { report } from "./laws/report.mjs";
import { repositoryBreaches, repositoryLaws, sizeReport } from "./laws/repository.mjs";
import { structureBreaches, structureLaws } from "./laws/structure.mjs";
import { readTree, sourcesOf } from "./laws/tree.mjs";

const tree = readTree(process.cwd());
const { files, median, p90, longest } = sizeReport(tree);
console.log(
  `sizes: ${files} files, median ${median}, p90 ${p90}, longest ${longest?.lines} (${longest?.file})`,
);
report({
  laws: [...structureLaws, ...repositoryLaws],
  breaches: [...structureBreaches(tree), ...repositoryBreaches(tree)],
  seen: sourcesOf(tree).length,
});
