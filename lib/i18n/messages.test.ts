import { type AbstractIntlMessages, createTranslator, IntlErrorCode } from "next-intl";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

function keysOf(value: Tree, path: string): string[] {
  if (typeof value === "string") return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === "" ? key : `${path}.${key}`));
}

describe.each(locales)("the catalog in %s", (locale) => {
  it("has only messages that can be read as ICU", () => {
    const broken: string[] = [];
    const catalog: { [area: string]: AbstractIntlMessages } = {};
    for (const [area, tree] of Object.entries(messages[locale]))
      catalog[area] = JSON.parse(JSON.stringify(tree));
    const t = createTranslator({
      locale,
      messages: catalog,
      onError: (error) => {
        if (error.code === IntlErrorCode.INVALID_MESSAGE) broken.push(error.message);
      },
    });
    const keys = keysOf(messages[locale], "");
    for (const key of keys) t(key);
    expect(keys.length).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });
});
