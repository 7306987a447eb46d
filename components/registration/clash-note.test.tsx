import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { ClashNote } from "./clash-note";

const words = messages.de.series.clash;
const clash = (title: string, isBeside: boolean) => ({ id: title, title, language: "de", isBeside });
const noteOf = (...clashes: ReturnType<typeof clash>[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de} timeZone={homeZone}>
      <ClashNote clashes={clashes} />
    </NextIntlClientProvider>,
  );

it("warns of what nobody can be in both of, and only tells of a day-long event", () => {
  const both = noteOf(clash("Konferenz", true), clash("Werkstatt", false));
  for (const text of [words.title, words.besideTitle, "„Konferenz“", "„Werkstatt“"])
    expect(both).toContain(text);
  expect(both.indexOf("„Werkstatt“"), "the warning first").toBeLessThan(both.indexOf("„Konferenz“"));
  expect(noteOf(clash("Konferenz", true))).toMatch(/^<div class="notice notice--info"/);
  expect(noteOf(clash("Konferenz", true))).not.toContain(words.title);
  expect(noteOf(clash("Werkstatt", false))).not.toContain("notice--info");
  expect(noteOf()).toBe("");
});
