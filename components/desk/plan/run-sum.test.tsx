import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { RunSum } from "./run-sum";

const shown = (locale: "de" | "en", suggested: number) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      <RunSum run={{ wishes: 1500, placed: 1480, suggested }} />
    </NextIntlClientProvider>,
  );
const figures = (html: string) =>
  [...html.matchAll(/<dt>([^<]*)<\/dt><dd>(\d+)/g)].map(([, name, value]) => `${name}: ${value}`);

it.each([
  [
    "de",
    ["gewünscht", "davon platziert", "davon nicht platziert", "vom Planer ergänzt", "Gespräche im Plan"],
    "480 Gespräche hat niemand gewünscht; der Planer ergänzt sie.",
  ],
  [
    "en",
    ["wished for", "of these placed", "of these not placed", "added by the planner", "talks in the plan"],
    "Nobody wished for 480 talks; the planner adds them.",
  ],
] as const)(
  "keeps what was wished apart from what the planner adds, and adds both up (%s)",
  (locale, names, words) => {
    const html = shown(locale, 480);
    const values = [1500, 1480, 20, 480, 1960];
    expect(figures(html)).toEqual(names.map((name, nth) => `${name}: ${values[nth]}`));
    expect(html).toContain("1480 + 480");
    expect(html).toContain(words);
  },
);

it("says so where nothing was added, and adds nothing up", () => {
  const html = shown("de", 0);
  expect(html).toContain("Der Planer hat nichts ergänzt.");
  expect(html).not.toContain("1480 + 0");
});
