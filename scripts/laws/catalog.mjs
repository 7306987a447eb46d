// Laws of the message catalog: complete, used, polite, and the only place where the product speaks.
import { usageOf } from "./catalog-usage.mjs";

const LANGUAGES = ["de", "en"];
const SPEAKING = /^(?:app|components)\/.*\.tsx$/;
const USING = /^(?:actions|app|auth|components|domain|jobs|lib|realtime)\/.*\.tsx?$/;
const CATALOG = /^lib\/i18n\//;
const TEST = /\.test\.tsx?$/;
/** Words that only stand in texts that say „du“. „Ihr“ and „sie“ are left out: they have other meanings. */
const FAMILIAR =
  /(?<!\p{L})(?:du|dich|dir|dein|deine[mnrs]?|euch|euer|eure[mnrs]?|gib|melde dich|schau|wähl|bist|hast|kannst|willst|möchtest|musst|wirst)(?!\p{L})/iu;

export const catalogLaws = [
  "both languages have the same keys",
  "both languages fill in the same values",
  "every message is used",
  "the product speaks only through the catalog",
  "German says Sie",
];
const [SAME_KEYS, SAME_VALUES, USED, SPEAKS, POLITE] = catalogLaws;

/** `{ a: { b: "x" } }` of the file `area.json` as [["area.b", "x"]]. */
function flatten(value, path) {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`));
}

function catalogOf(tree, language) {
  const files = tree.files.filter((file) => file.startsWith(`messages/${language}/`));
  const entries = files.flatMap((file) => {
    const area = file.slice(`messages/${language}/`.length, -".json".length);
    return flatten(JSON.parse(tree.text(file)), area);
  });
  return new Map(entries);
}

/** Names of values and tags in a message, each once: `{count, plural, …} <b>x</b>` gives count and b. */
function valuesOf(text) {
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map((match) => match[1] ?? `<${match[2]}>`);
  return [...new Set(names)].sort().join(" ");
}

function paritySides({ de, en }) {
  const lacks = (language, catalog, other) =>
    [...other.keys()]
      .filter((key) => !catalog.has(key))
      .map((key) => ({ law: SAME_KEYS, where: `${language} lacks ${key}` }));
  const differs = [...de]
    .filter(([key, text]) => en.has(key) && valuesOf(text) !== valuesOf(en.get(key)))
    .map(([key, text]) => ({
      law: SAME_VALUES,
      where: `${key}: ${valuesOf(text)} ≠ ${valuesOf(en.get(key))}`,
    }));
  return [...lacks("de", de, en), ...lacks("en", en, de), ...differs];
}

/**
 * A key counts as used when a file that asks for its namespace has the rest of the key as a literal, or translates a
 * template of that namespace that gives it; for files that compute keys or hand the translator on, a literal anywhere
 * will do.
 */
function unusedIn(usages) {
  const whole = [...new Set(usages.flatMap((usage) => usage.whole))];
  const literals = new Set(usages.flatMap((usage) => [...usage.literals]));
  const askers = new Map();
  for (const usage of usages) {
    for (const name of usage.namespaces) askers.set(name, [...(askers.get(name) ?? []), usage]);
  }
  const usedIn = (usage, name, rest) =>
    usage.literals.has(rest) ||
    usage.patterns.some(
      ({ namespaces, pattern }) => namespaces.includes(name) && new RegExp(pattern).test(rest),
    );
  return (key) => {
    const parts = key.split(".");
    if (whole.some((path) => `${key}.`.startsWith(`${path}.`))) return false;
    return !parts.some((_, index) => {
      const name = parts.slice(0, index + 1).join(".");
      const using = askers.get(name) ?? [];
      const rest = parts.slice(index + 1).join(".");
      if (rest === "") return false;
      const handedOn = using.length > 0 && (rest.includes(".") || using.some((usage) => usage.dynamic));
      return using.some((usage) => usedIn(usage, name, rest)) || (handedOn && literals.has(rest));
    });
  };
}

/** Every place where a law of the catalog is broken in the tree. */
export function catalogBreaches(tree) {
  const [de, en] = LANGUAGES.map((language) => catalogOf(tree, language));
  const sources = tree.files.filter((file) => USING.test(file) && !CATALOG.test(file) && !TEST.test(file));
  const usages = sources.map((file) => usageOf(file, tree.text(file)));
  const isUnused = unusedIn(usages);
  return [
    ...paritySides({ de, en }),
    ...[...de.keys()].filter(isUnused).map((key) => ({ law: USED, where: key })),
    ...usages
      .filter((usage) => SPEAKING.test(usage.file))
      .flatMap((usage) => usage.spoken)
      .map((where) => ({ law: SPEAKS, where })),
    ...[...de]
      .filter(([, text]) => FAMILIAR.test(text))
      .map(([key, text]) => ({ law: POLITE, where: `${key}: ${text.slice(0, 60)}` })),
  ];
}

/** How many messages the German catalog has. */
export const messageCount = (tree) => catalogOf(tree, "de").size;
