import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type ImportOutcome, importOutcomes } from "@/domain/registration/rules/import";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { Counts } from "./import-report";

function said(locale: "de" | "en", count: number): string {
  const counts = Object.fromEntries(importOutcomes.map((outcome) => [outcome, count])) as Record<
    ImportOutcome,
    number
  >;
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      <Counts counts={counts} />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

it("says of one row what it says of several, in the singular", () => {
  expect(said("de", 1)).toContain("1 steht schon auf der Liste und wird ergänzt");
  expect(said("de", 1)).not.toMatch(/\b1 (?:stehen|kommen|bekommen|werden|haben|sind|finden|wollen) /);
  expect(said("de", 2)).toContain("2 stehen schon auf der Liste und werden ergänzt");
  expect(said("en", 1)).not.toMatch(/\b1 (?:are|were|have|go|get|stand|find|want) /);
  expect(said("en", 2)).toContain("2 are already on the list and will be updated");
});
