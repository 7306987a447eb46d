import { createTranslator, type IntlError, IntlErrorCode } from "next-intl";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

function textsOf(tree: Tree): string[] {
  return typeof tree === "string" ? [tree] : Object.values(tree).flatMap(textsOf);
}

describe.each(locales)("the catalog in %s", (locale) => {
  const texts = textsOf(messages[locale]);

  it("has only messages that can be read as ICU", () => {
    const broken: string[] = [];
    const onError = (error: IntlError) => {
      if (error.code === IntlErrorCode.INVALID_MESSAGE) broken.push(error.message);
    };
    for (const text of texts) createTranslator({ locale, messages: { text }, onError })("text");
    expect(texts.length).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  it("has no empty message", () => {
    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
  });
});
