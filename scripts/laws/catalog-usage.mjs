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
/** What a translator offers besides being called. */
const METHODS = new Set(["rich", "markup", "raw", "has"]);
const CATALOG_FILE = /^@\/messages\/\w+\/(\w+)\.json$/;

const hasWords = (text) => /\p{L}{2,}/u.test(text.replace(NAMES, ""));
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** `kinds.${kind}.name` as a pattern in which each hole is within one part of a key. */
function patternOf(template) {
  const spans = template.templateSpans.map((span) => `[^.]+${escaped(span.literal.text)}`);
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

const isTranslatorCall = (node) =>
  ts.isCallExpression(node) &&
  TRANSLATORS.has(node.expression.getText().replace(/^.*\.(?=(?:use|get|create)Translat)/, ""));

/** `await getTranslations(…)` without what stands around the call. */
const bare = (node) =>
  ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node;

/** Notes which name of the file translates which namespace. Names are taken as one, wherever they stand. */
function readName(node, usage) {
  if (!ts.isVariableDeclaration(node) || !node.initializer) return;
  const call = bare(node.initializer);
  if (!ts.isIdentifier(node.name) || !isTranslatorCall(call)) return;
  const known = usage.translators.get(node.name.text) ?? [];
  usage.translators.set(node.name.text, [...known, ...namespacesOf(call)]);
}

/** What is called to translate: `t`, `t.rich`, or a translator that was just made; undefined for any other call. */
function calleeOf(node, usage) {
  const { expression } = node;
  if (isTranslatorCall(expression)) return namespacesOf(expression);
  const isMethod = ts.isPropertyAccessExpression(expression) && METHODS.has(expression.name.text);
  const name = isMethod ? expression.expression : expression;
  if (!ts.isIdentifier(name)) return undefined;
  // A `t` that the file did not make by itself may translate whatever the file asks for.
  return usage.translators.get(name.text) ?? (name.text === "t" ? usage.namespaces : undefined);
}

/** Both sides of `a ? "x" : "y"`, through casts, or the expression itself. */
function choicesOf(node) {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(choicesOf);
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return choicesOf(node.expression);
  return [node];
}

function readCall(node, usage) {
  const namespaces = calleeOf(node, usage);
  const [argument] = node.arguments;
  if (!namespaces || !argument) return;
  for (const key of choicesOf(argument)) {
    if (ts.isTemplateExpression(key)) usage.patterns.push({ namespaces, pattern: patternOf(key) });
    else if (!ts.isStringLiteralLike(key)) usage.dynamic = true;
  }
}

/** Where a value comes from that this node imports; the type of a catalog only says what keys there are. */
function importedValue(node) {
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly ? undefined : node.moduleSpecifier;
  const isLater = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isLater ? node.arguments[0] : undefined;
}

/** A catalog file that is imported as a value is used as a whole. */
function readImport(node, usage) {
  const from = importedValue(node);
  const area = from && ts.isStringLiteralLike(from) ? CATALOG_FILE.exec(from.text)?.[1] : undefined;
  if (area) usage.whole.push(area);
}

/** Every node of a file, the outer ones first. */
function eachNode(node, read) {
  read(node);
  ts.forEachChild(node, (child) => eachNode(child, read));
}

function readText(node, usage) {
  const place = (text) => `${usage.file}: ${text.trim().replace(/\s+/g, " ").slice(0, 60)}`;
  if (ts.isJsxText(node) && hasWords(node.text)) usage.spoken.push(place(node.text));
  if (!ts.isJsxAttribute(node) || !SPOKEN_ATTRIBUTES.has(node.name.getText())) return;
  const value = node.initializer;
  if (value && ts.isStringLiteral(value) && hasWords(value.text)) usage.spoken.push(place(value.text));
}

/**
 * Namespaces a file asks for, the string literals that may be keys, the templates that are keys and of which
 * namespace, whether it translates keys it computes, what of the catalog it takes whole, and texts it says without it.
 */
export function usageOf(file, source) {
  const usage = {
    file,
    namespaces: [],
    translators: new Map(),
    literals: new Set(),
    patterns: [],
    whole: [],
    dynamic: false,
    spoken: [],
  };
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  eachNode(tree, (node) => {
    if (isTranslatorCall(node)) usage.namespaces.push(...namespacesOf(node));
    readName(node, usage);
  });
  eachNode(tree, (node) => {
    if (ts.isStringLiteralLike(node)) usage.literals.add(node.text);
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) usage.literals.add(node.name.text);
    if (ts.isCallExpression(node)) readCall(node, usage);
    readImport(node, usage);
    readText(node, usage);
  });
  for (const match of source.matchAll(/messages\[[^\]]+\]\.(\w+(?:\.\w+)*)/g)) usage.whole.push(match[1]);
  for (const match of source.matchAll(/\{\s*(\w+)\s*\}\s*=\s*messages\[/g)) usage.whole.push(match[1]);
  return usage;
}
