import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PlanMatrix, PlanRunView } from "@/domain/matchmaking/labels";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { LiveView } from "./live-view";
import { indexOf } from "./matrix-index";
import { useSlotWords, useTalkWords } from "./matrix-words";
import { MoveBar } from "./move-bar";
import { PlanHead } from "./plan-head";
import { PlanRefusal } from "./plan-refusal";
import type { PlanViewProps } from "./plan-view-props";
import { PublishBar } from "./publish-bar";
import { RunProgress } from "./run-progress";
import { RunResult } from "./run-result";
import { TableGrid } from "./table-grid";
import { TalkList } from "./talk-list";
import { PlanLegend } from "./talk-mark";
import { ahead, emptyMatrix, talk } from "./testing/generated-matrix";
import { useMoves } from "./use-moves";
import { WithoutTalks } from "./without-talks";

const nothing = () => undefined;
const plan = { act: nothing, failure: undefined, forget: nothing };
const run: PlanRunView = {
  ...{ id: "run_1", phase: "arrange", placed: 3, wishes: 4, score: 90, seconds: 7 },
  ...{ bound: 100, gap: 0.013, state: "done" },
};
const unplaced = [
  {
    ...{ a: "person_0", b: "person_3", kind: "must" as const, reason: "noCommonSlot" },
    values: { one: "Person 000", other: "Person 003" },
  },
];
const matrix: PlanMatrix = {
  ...emptyMatrix({ people: 5, slots: 3, tables: 2 }),
  talks: [
    talk("first", [0, 1], {
      slot: 0,
      place: "table",
      table: 2,
      reasons: [{ text: "Beide suchen Messtechnik." }],
    }),
    talk("second", [1, 2], { slot: 1, state: "published", locked: true }),
    talk("gone", [0, 2], { slot: 2, state: "cancelled" }),
    talk("waits", [2, 3], { slot: null }),
  ],
  unplaced,
  version: 2,
  draft: { version: 5, changed: 14, mails: 22, canUndo: true },
};

/** The page as it is drawn before any script runs. */
function read(locale: "de" | "en", view: ReactNode): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      {view}
    </NextIntlClientProvider>,
  );
  return html.replaceAll("&#x27;", "'");
}

function Shared({
  selected,
  children,
}: {
  selected?: string;
  children: (props: PlanViewProps) => ReactNode;
}) {
  const index = indexOf(matrix);
  const [slots, words] = [useSlotWords(matrix), useTalkWords(index)];
  const moves = useMoves(ahead(matrix), index, selected);
  return children({ matrix, index, slots, words, moves, select: nothing, move: nothing, say: nothing });
}

const views: readonly [string, (props: PlanViewProps) => ReactNode][] = [
  ["tables", (props) => <TableGrid {...props} people={matrix.people} />],
  ["list", (props) => <TalkList {...props} people={matrix.people} />],
  ["without", (props) => <WithoutTalks {...props} people={matrix.people} />],
  [
    "live",
    (props) => (
      <LiveView {...props} people={matrix.people} now="2026-11-12T08:25:00Z" present={["person_1"]} />
    ),
  ],
  ["bar", (props) => <MoveBar {...props} said="" act={nothing} />],
  ["head", (props) => <PlanHead {...props} result={undefined} path="/o/a" people={5} plan={plan} />],
  ["publish", () => <PublishBar matrix={matrix} plan={plan} />],
  ["progress", () => <RunProgress run={{ ...run, state: "running" }} onStop={nothing} />],
  [
    "result",
    ({ words }) => (
      <RunResult
        {...{ run, words }}
        result={{ withoutTalk: 2, longestWait: 60, unplaced }}
        onAdopt={nothing}
        onChange={nothing}
      />
    ),
  ],
  [
    "refusal",
    () => (
      <PlanRefusal failure={{ kind: "conflict", reason: "personBusy", details: { name: "Person 001" } }} />
    ),
  ],
  ["legend", () => <PlanLegend />],
];
const shown = (name: string, locale: "de" | "en" = "de", selected?: string) =>
  read(
    locale,
    <Shared selected={selected}>{views.find(([one]) => one === name)?.[1] ?? (() => null)}</Shared>,
  );

describe("the views of the plan", () => {
  it.each(views.map(([name]) => name))("%s is said in both languages", (name) => {
    for (const locale of ["de", "en"] as const) {
      const html = shown(name, locale, "first");
      expect(html).not.toMatch(/plan\.(?:desk|refusals|places|unplaced)/);
      expect(html.length).toBeGreaterThan(50);
    }
  });

  it("shows a table's talks with both people", () => {
    expect(shown("tables")).toContain("Tisch 2, 09:00: Entwurf, mit Person 000 × Person 001");
  });

  it("lists what is planned, what the draft takes back, and what waits for a time", () => {
    const html = shown("list");
    for (const words of [
      "Person 000 × Person 001",
      "Fällt weg",
      "Ohne Termin",
      "Veröffentlicht, festgehalten",
    ])
      expect(html).toContain(words);
    expect(html.split("Auswählen: ").length - 1, "but nobody chooses what is taken back").toBe(3);
  });

  it("names whoever has no talk, and why a wish has no place", () => {
    const html = shown("without");
    expect(html).toContain("2 Personen ohne Gespräch");
    expect(html).toContain("keinen gemeinsamen Termin");
  });

  it("names who is missing and who could step in at this moment", () => {
    const html = shown("live");
    expect(html).toContain("1 von 2 im Raum");
    expect(html).toContain("Person 002");
  });

  it("moves by a choice that says why not, without any pointer", () => {
    const html = shown("bar", "de", "first");
    expect(html).toContain("Beide suchen Messtechnik.");
    expect(html).toMatch(/<option[^>]*disabled[^>]*>[^<]*Person 001 hat dann schon ein Gespräch/);
    expect(html).toContain("Aus dem Zeitplan nehmen");
  });

  it("says what publishing would change, and how good a result is at least", () => {
    expect(shown("publish")).toContain("14 geändert → 22 Mails");
    const html = shown("result");
    for (const words of ["mindestens 98,7", "von 4 gewünschten", "60 min", "Nicht platziert (1)"])
      expect(html).toContain(words);
    expect(shown("result", "en")).toContain("at least 98.7%");
  });
});
