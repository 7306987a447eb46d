import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { PlanVersionView } from "./plan-version";
import { PlanVersions } from "./plan-versions";

const shown = (locale: "de" | "en", view: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      {view}
    </NextIntlClientProvider>,
  );
const at = (minute: number) => new Date(Date.UTC(2026, 10, 12, 9, minute));
const second = {
  ...{ version: 2, publishedAt: at(0), by: "Henrike Beispiel" },
  ...{ added: 6, moved: 5, removed: 3, mails: 22 },
};
const first = { ...second, version: 1, by: null, added: 0, mails: 1 };
const at1 = { path: "/o/netz/e/treffen/plan", zone: "Europe/Berlin", eventId: "evt_1" };

describe("the published versions of a plan", () => {
  it("are listed with when, by whom, what changed, and the ways to look at each", () => {
    const html = shown("de", <PlanVersions {...at1} locale="de" versions={[second, first]} />);
    for (const words of [
      "Veröffentlichte Fassungen (2)",
      "Do., 12. Nov. 2026, 10:00 Uhr MEZ, veröffentlicht von Henrike Beispiel",
      "6 neu, 5 verschoben, 3 entfallen · 22 Mails",
      "nichts neu, 5 verschoben, 3 entfallen · eine Mail",
      'href="/o/netz/e/treffen/plan/versions/2"',
      'aria-label="Excel: Fassung 1"',
    ])
      expect(html.replaceAll("\u00a0", " ")).toContain(words);
    expect(html.split("veröffentlicht von"), "nobody is named whom nobody holds").toHaveLength(2);
  });

  it("are not spoken of before there is one", () => {
    expect(shown("de", <PlanVersions {...at1} locale="de" versions={[]} />)).toBe("");
  });

  it.each([
    ["de", "So stand der Plan", "1 Gespräch", "Zum heutigen Plan"],
    ["en", "This is how the plan stood", "1 talk", "To the plan as it is now"],
  ] as const)("say of an old one that it is read and not changed (%s)", (locale, ...words) => {
    const people = [
      { name: "Anna Beispiel", organisation: "Beispiel GmbH" },
      { name: "Ben Muster", organisation: "" },
    ];
    const talks = [{ startsAt: at(20), endsAt: at(40), people }];
    const view = { eventId: "evt_1", plan: at1.path, zone: at1.zone, locale };
    const html = shown(locale, <PlanVersionView {...view} known={{ ...second, talks }} />);
    for (const text of [...words, "Anna Beispiel, Beispiel GmbH × Ben Muster", "10:20"])
      expect(html).toContain(text);
    expect(html.match(/<form/g), "the file is all that can be pressed").toHaveLength(1);
    expect(shown(locale, <PlanVersionView {...view} known={{ ...second, talks: [] }} />)).not.toContain(
      "<td",
    );
  });
});
