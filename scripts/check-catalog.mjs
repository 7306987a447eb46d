// Laws of the message catalog, each broken once in memory first. Run: node scripts/check-catalog.mjs
import { catalogBreaches, catalogLaws, messageCount } from "./laws/catalog.mjs";
import { report } from "./laws/report.mjs";
import { readTree } from "./laws/tree.mjs";
import { catalogViolations, cleanCatalog } from "./laws/violations/catalog.mjs";

const inMemory = (texts) => ({ files: Object.keys(texts), text: (file) => texts[file] });
const answers = (write) => [
  ...new Set(catalogBreaches(inMemory({ ...cleanCatalog, ...write })).map((breach) => breach.law)),
];

const unproven = catalogViolations.filter(({ law, write }) => answers(write).join() !== law);
if (answers({}).length > 0) unproven.push({ law: `the clean catalog breaks: ${answers({}).join(", ")}` });
for (const law of catalogLaws) {
  if (!catalogViolations.some((violation) => violation.law === law)) unproven.push({ law });
}

const tree = readTree(process.cwd());
report({
  laws: catalogLaws,
  breaches: [
    ...unproven.map(({ law }) => ({ law: "every law has been seen to fail", where: law })),
    ...catalogBreaches(tree),
  ],
  seen: messageCount(tree),
});
