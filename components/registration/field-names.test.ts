import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

/** Fields that a form lists after a refusal: those of an ActionForm, and those of other forms that can show an error. */
type Shown = { file: string; name: string; label: string };

const textOf = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** The key of `t("title")` with the namespace of `t`; undefined for any other expression. */
function keyOf(node: ts.Node | undefined, translators: ReadonlyMap<string, string>): string | undefined {
  if (!node || !ts.isCallExpression(node)) return undefined;
  const [space, key] = [translators.get(node.expression.getText()), textOf(node.arguments[0])];
  return space !== undefined && key !== undefined ? `${space}.${key}` : undefined;
}

function eachNode(node: ts.Node, read: (node: ts.Node) => void): void {
  read(node);
  ts.forEachChild(node, (child) => eachNode(child, read));
}

/** Which name translates which namespace, in one function. */
function translatorsIn(node: ts.Node): Map<string, string> {
  const found = new Map<string, string>();
  eachNode(node, (each) => {
    if (!ts.isVariableDeclaration(each) || !each.initializer || !ts.isCallExpression(each.initializer))
      return;
    const space = textOf(each.initializer.arguments[0]);
    if (each.initializer.expression.getText() === "useTranslations" && space !== undefined)
      found.set(each.name.getText(), space);
  });
  return found;
}

const expressionOf = (attribute: ts.JsxAttribute | undefined): ts.Node | undefined =>
  attribute?.initializer && ts.isJsxExpression(attribute.initializer)
    ? attribute.initializer.expression
    : attribute?.initializer;

function readField(node: ts.Node, translators: ReadonlyMap<string, string>): Omit<Shown, "file"> | undefined {
  if (!ts.isJsxSelfClosingElement(node) && !ts.isJsxOpeningElement(node)) return undefined;
  const given = new Map(
    node.attributes.properties.flatMap((one) => (ts.isJsxAttribute(one) ? [[one.name.getText(), one]] : [])),
  );
  const isListed = /^Action(?:Field|TextArea|Select)$/.test(node.tagName.getText()) || given.has("error");
  const name = textOf(expressionOf(given.get("name")));
  const label = keyOf(expressionOf(given.get("label")), translators);
  return isListed && name && label ? { name, label } : undefined;
}

const fields: Shown[] = [];
/** `names={{ title: t("name") }}`: what forms call their own way. */
const own = new Set<string>();
// Forms about talks say in a sentence of their own why they came back, beside what was typed, and list nothing.
for (const file of globSync("components/**/*.tsx", { exclude: ["components/talks/**"] })) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  for (const statement of source.statements) {
    const translators = translatorsIn(statement);
    eachNode(statement, (node) => {
      const field = readField(node, translators);
      if (field) fields.push({ file, ...field });
      if (!ts.isPropertyAssignment(node)) return;
      own.add(`${node.name.getText()} ${keyOf(node.initializer, translators)}`);
    });
  }
}

/** Fields whose name or label stands in a variable. */
const others = [
  ...["De", "En"].flatMap((language) => [
    ...["label", "purpose", "help", "options"].map((part) => [
      part + language,
      `questions.builder.${part}${language}`,
    ]),
    [`bio${language}`, `organizer.speakers.bio${language}`],
    ...["imprint", "privacy", "terms"].map((part) => [part + language, `office.legal.${part}${language}`]),
    ...["subject", "body"].map((part) => [part + language, `mails.circular.form.${part}${language}`]),
    [`text${language}`, `mails.words.text${language}`],
  ]),
  ["keptRegistrations", "office.retention.registrations"],
  ["keptSensitive", "office.retention.sensitive"],
  ["keptChat", "office.retention.chat"],
  ["capacity", "organizer.event.capacity"],
  ["capacity", "organizer.event.capacityOnline"],
  ["firstDay", "copies.first"],
  ["days", "copies.other"],
  ["offers", "account.profile.offers"],
  ["needs", "account.profile.needs"],
] as const;

const wordsAt = (locale: Locale, key: string): unknown =>
  key
    .split(".")
    .reduce<unknown>(
      (words, part) => (words && typeof words === "object" ? Reflect.get(words, part) : undefined),
      messages[locale],
    );

describe.each(locales)("in %s", (locale) => {
  const wrong = (name: string, label: string): boolean => {
    const [named, shown] = [wordsAt(locale, `errors.names.${name}`), wordsAt(locale, label)];
    return typeof named !== "string" || !String(shown).toLowerCase().includes(named.toLowerCase());
  };

  it("calls a field in the list of problems as the field itself is called, or lets its form say how", () => {
    expect(fields.length).toBeGreaterThan(80);
    const unnamed = fields.filter(({ name, label }) => !own.has(`${name} ${label}`) && wrong(name, label));
    expect(unnamed.map(({ file, name, label }) => `${file}: ${name}, ${wordsAt(locale, label)}`)).toEqual([]);
  });

  it("does so too where a form names its fields by a variable", () => {
    expect(others.filter(([name = "", label = ""]) => wrong(name, label))).toEqual([]);
  });
});
