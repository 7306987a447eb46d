import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { homeZone, type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { fail } from "@/lib/result";
import { indexOf } from "./matrix-index";
import { useSlotWords, useTalkWords } from "./matrix-words";
import { PlanRefusal } from "./plan-refusal";
import { TalksInTheWay } from "./talks-in-the-way";
import { emptyMatrix, talk } from "./testing/generated-matrix";

const matrix: PlanMatrix = {
  ...emptyMatrix({ people: 5, slots: 3, tables: 0 }),
  talks: [
    talk("waits", [2, 3], { slot: null }),
    talk("later", [1, 2], { slot: 1 }),
    talk("first", [0, 1], { slot: 0 }),
    talk("fits", [3, 4], { slot: 0 }),
  ],
};

function Refused({ talks }: { talks: unknown }) {
  const { failure } = fail("conflict", "in_the_way", { details: { talks, count: 3 } });
  const [slots, words] = [useSlotWords(matrix), useTalkWords(indexOf(matrix))];
  return (
    <PlanRefusal failure={failure}>
      <TalksInTheWay {...{ failure, matrix, slots, words }} />
    </PlanRefusal>
  );
}

const shown = (locale: Locale, talks: unknown) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      <Refused talks={talks} />
    </NextIntlClientProvider>,
  );
const linesOf = (html: string) =>
  [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = ""]) => line.replace(/<[^>]+>/g, ""));

it("names the talks that are in the way, between whom and when, in the order of the day", () => {
  expect(linesOf(shown("de", ["waits", "later", "first"]))).toEqual([
    expect.stringMatching(/^Person 000 × Person 001, .*09:00$/),
    expect.stringMatching(/^Person 001 × Person 002, .*09:\d\d$/),
    "Person 002 × Person 003, Ohne Termin",
  ]);
});

it.each(locales)("counts in %s those that nobody here sees, and says nothing else of them", (locale) => {
  const [foreign, unnamed] = [shown(locale, ["plt_of_others"]), shown(locale, [])];
  expect(foreign).toBe(unnamed);
  expect(foreign).toContain("3");
  expect(linesOf(foreign)).toEqual([]);
  expect(shown(locale, "first")).toBe(unnamed);
});
