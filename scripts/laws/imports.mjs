import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { moduleCircles } from "./module-order.mjs";
import { sourcesOf } from "./tree.mjs";

const ruleSet = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");

const rules = [...ruleSet.forbidden, ...ruleSet.required];
const MODULE_ORDER = "modules-form-a-dag";
/** dependency-cruiser reports success over files it cannot parse, so what it saw is a law of its own. */
const EVERY_FILE = "every-file-was-read";

export const importLaws = [EVERY_FILE, MODULE_ORDER, ...rules.map((rule) => rule.name)];

/** Law → why it exists, for the report. */
export const importReasons = {
  [EVERY_FILE]: "A parser that passes over a file reports success about it.",
  [MODULE_ORDER]: "Domain modules only know the modules below them.",
  ...Object.fromEntries(rules.map((rule) => [rule.name, rule.comment])),
};

/** Breaches of the import law as `{ law, where }`; `where` names the importing and the imported file. */
export async function importBreaches(tree) {
  const expected = sourcesOf(tree);
  const { options, forbidden, required } = ruleSet;
  const roots = [...new Set(expected.map((file) => file.split("/")[0]))];
  // The alias resolver takes "@/…" relative to the working directory.
  process.chdir(tree.root);
  const tsConfig = join(tree.root, "tsconfig.json");
  const { output } = await cruise(
    roots,
    { ...options, ruleSet: { forbidden, required }, validate: true },
    { ...options.enhancedResolveOptions, tsConfig },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  const read = new Set(output.modules.map((module) => module.source));
  const unread = expected.filter((file) => !read.has(file) || !existsSync(join(tree.root, file)));
  return [
    ...unread.map((file) => ({ law: EVERY_FILE, where: file })),
    ...moduleCircles(output.modules).map((where) => ({ law: MODULE_ORDER, where })),
    ...output.summary.violations.map(({ rule, from, to }) => ({
      law: rule.name,
      where: to === undefined || to === from ? from : `${from} → ${to}`,
    })),
  ];
}
