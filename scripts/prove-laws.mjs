// A law nobody has seen fail is not a law: break each one once, in a temporary tree, and expect exactly it to answer.
// Run: node scripts/prove-laws.mjs [part of a law's name]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fixture } from "./laws/fixture.mjs";
import { importBreaches, importLaws } from "./laws/imports.mjs";
import { repositoryBreaches, repositoryLaws } from "./laws/repository.mjs";
import { structureBreaches, structureLaws } from "./laws/structure.mjs";
import { styleBreaches, styleLaws } from "./laws/style.mjs";
import { readTree } from "./laws/tree.mjs";
import { importViolations } from "./laws/violations/imports.mjs";
import { repositoryViolations } from "./laws/violations/repository.mjs";
import { structureViolations } from "./laws/violations/structure.mjs";
import { styleViolations } from "./laws/violations/style.mjs";

const project = process.cwd();
const violations = [...importViolations, ...structureViolations, ...styleViolations, ...repositoryViolations];
const laws = [...importLaws, ...structureLaws, ...styleLaws, ...repositoryLaws];
const wanted = process.argv[2] ?? "";

/** The real ones: the proof is about the settings the project runs with. */
const settings = Object.fromEntries(
  ["biome.json", "tsconfig.json"].map((file) => [file, readFileSync(join(project, file), "utf8")]),
);

/** The clean tree with one violation in it, on disk. */
function plant(folder, { write = {}, change = {}, remove = [] }) {
  const files = { ...settings, ...fixture, ...write };
  for (const [file, edit] of Object.entries(change)) files[file] = edit(files[file]);
  for (const file of remove) delete files[file];
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "junction");
}

/** Names of all laws of all tools that answer in a tree with this violation. */
async function answers(violation) {
  const folder = mkdtempSync(join(tmpdir(), "plenum-laws-"));
  try {
    plant(folder, violation);
    const tree = readTree(folder);
    const style = styleBreaches(folder);
    const imports = await importBreaches({ ...tree, files: [...tree.files, ...(violation.claim ?? [])] });
    const breaches = [...imports, ...structureBreaches(tree), ...repositoryBreaches(tree), ...(await style)];
    return [...new Set(breaches.map((breach) => breach.law))].sort();
  } finally {
    process.chdir(project);
    rmSync(folder, { recursive: true, force: true });
  }
}

const problems = [];
const clean = await answers({});
if (clean.length > 0) problems.push(`the clean tree breaks ${clean.join(", ")}`);

let proofs = 0;
for (const violation of violations.filter(({ law }) => law.includes(wanted))) {
  const { law, title = "", also = [] } = violation;
  const expected = [law, ...also].sort();
  const found = await answers(violation);
  proofs += 1;
  if (found.join() === expected.join()) continue;
  problems.push(`${law} ${title}: expected ${expected.join(", ")}, found ${found.join(", ") || "nothing"}`);
}

const proven = new Set(violations.map((violation) => violation.law));
for (const law of laws) if (!proven.has(law)) problems.push(`${law} has never been seen to fail`);
for (const law of proven) if (!laws.includes(law)) problems.push(`${law} is proven but does not exist`);

for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else
  console.log(
    `✔ the clean tree passes; ${proofs} violations of ${laws.length} laws each fire exactly their law`,
  );
