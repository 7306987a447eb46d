// What a source file says about the message catalog, read from its syntax tree.
import ts from "typescript";

const TRANSLATORS = new Set(["useTranslations", "getTranslations", "translator", "createTranslator"]);
const SPOKEN_ATTRIBUTES = new Set([
  "alt",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "closeLabel",
  "description",
  "hint",
  "label",
  "optional",
  "placeholder",
  "title",
]);
/** Names that are the same in every language. */
const NAMES = /\b(?:Plenum|LiveKit|E-Mail)\b/g;
const TRANSLATE = /^t(?:\.(?:rich|markup|raw|has))?$/;

const hasWords = (text) => /\p{L}{2,}/u.test(text.replace(NAMES, ""));
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** `kinds.${kind}.name` as a pattern in which each hole is one or more parts of a key. */
function patternOf(template) {
  const spans = template.templateSpans.map((span) => `.+${escaped(span.literal.text)}`);
  return `^${escaped(template.head.text)}${spans.join("")}$`;
}

function namespacesOf(call) {
  const found = [];
  for (const argument of call.arguments) {
    if (ts.isStringLiteral(argument)) found.push(argument.text);
    if (!ts.isObjectLiteralExpression(argument)) continue;
    for (const property of argument.properties) {
      const named = ts.isPropertyAssignment(property) && property.name.getText() === "namespace";
      if (named && ts.isStringLiteral(property.initializer)) found.push(property.initializer.text);
    }
  }
  return found;
}

function readCall(node, usage) {
  const callee = node.expression.getText().replace(/^.*\.(?=(?:use|get|create)Translat)/, "");
  if (TRANSLATORS.has(callee)) usage.namespaces.push(...namespacesOf(node));
  if (!TRANSLATE.test(callee)) return;
  const [key] = node.arguments;
  if (key && !ts.isStringLiteralLike(key) && !ts.isTemplateExpression(key)) usage.dynamic = true;
}

function readText(node, usage) {
  const place = (text) => `${usage.file}: ${text.trim().replace(/\s+/g, " ").slice(0, 60)}`;
  if (ts.isJsxText(node) && hasWords(node.text)) usage.spoken.push(place(node.text));
  if (!ts.isJsxAttribute(node) || !SPOKEN_ATTRIBUTES.has(node.name.getText())) return;
  const value = node.initializer;
  if (value && ts.isStringLiteral(value) && hasWords(value.text)) usage.spoken.push(place(value.text));
}

/**
 * Namespaces a file asks for, the string literals and templates that may be keys, whether it translates keys it
 * computes, which areas it takes whole, and texts it says without the catalog.
 */
export function usageOf(file, source) {
  const usage = {
    file,
    namespaces: [],
    literals: new Set(),
    patterns: [],
    whole: [],
    dynamic: false,
    spoken: [],
  };
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) usage.literals.add(node.text);
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) usage.literals.add(node.name.text);
    if (ts.isTemplateExpression(node)) usage.patterns.push(patternOf(node));
    if (ts.isCallExpression(node)) readCall(node, usage);
    readText(node, usage);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind));
  for (const match of source.matchAll(/messages\[[^\]]+\]\.(\w+)/g)) usage.whole.push(match[1]);
  for (const match of source.matchAll(/\{\s*(\w+)\s*\}\s*=\s*messages\[/g)) usage.whole.push(match[1]);
  for (const match of source.matchAll(/@\/messages\/\w+\/(\w+)\.json/g)) usage.whole.push(match[1]);
  return usage;
}
