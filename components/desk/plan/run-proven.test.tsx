import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PlanRunView } from "@/domain/matchmaking/labels";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { indexOf } from "./matrix-index";
import { useTalkWords } from "./matrix-words";
import { RunProgress } from "./run-progress";
import { RunResult } from "./run-result";
import { emptyMatrix } from "./testing/generated-matrix";

const words = messages.de.plan.desk;
const matrix = emptyMatrix({ people: 2, slots: 2, tables: 0 });
const nothing = () => undefined;
const runWith = (gap: number | null): PlanRunView => ({
  ...{ id: "run_1", phase: "arrange", placed: 3, wishes: 3, score: 90, seconds: 7, bound: 90 },
  ...{ state: "done", suggested: 0, gaps: 6, restAfter: 3, withoutRest: 7, changed: 0, gap },
});

function Both({ gap }: { gap: number | null }) {
  const talkWords = useTalkWords(indexOf(matrix));
  return (
    <>
      <RunProgress run={{ ...runWith(gap), state: "running" }} onStop={nothing} />
      <RunResult
        run={runWith(gap)}
        result={undefined}
        words={talkWords}
        path="/o/a"
        matrix={matrix}
        onAdopt={nothing}
        onChange={nothing}
      />
    </>
  );
}

const shown = (gap: number | null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages.de} timeZone={homeZone}>
      <Both gap={gap} />
    </NextIntlClientProvider>,
  );

it("says of what is proven that it is about wishes, while the search goes on and afterwards", () => {
  const html = shown(0);
  expect(html.split(words.bestPossible), "in both").toHaveLength(3);
  for (const text of [words.bestSoFar, words.notProven]) expect(html.split(text)).toHaveLength(2);
});

it.each([0.013, null])("says nothing of a proof where there is none (%s)", (gap) => {
  for (const text of [words.bestPossible, words.bestSoFar, words.notProven])
    expect(shown(gap)).not.toContain(text);
});
