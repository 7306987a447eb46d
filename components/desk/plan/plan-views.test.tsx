import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PlanMatrix, PlanRunView } from "@/domain/matchmaking/labels";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { DraftNotes } from "./draft-notes";
import { LiveView } from "./live-view";
import { indexOf } from "./matrix-index";
import { useSlotWords, useTalkWords } from "./matrix-words";
import { MoveBar } from "./move-bar";
import { PersonGrid } from "./person-grid";
import { PlanHead } from "./plan-head";
import { PlanRefusal } from "./plan-refusal";
import type { PlanViewProps } from "./plan-view-props";
import { PublishBar } from "./publish-bar";
import { RunProgress } from "./run-progress";
import { RunResult } from "./run-result";
import { useUndoWords } from "./spoken-deeds";
import { TableGrid } from "./table-grid";
import { TalkList } from "./talk-list";
import { PlanLegend } from "./talk-mark";
import { emptyMatrix, talk } from "./testing/generated-matrix";
import { useMoves } from "./use-moves";
import { WithoutTalks } from "./without-talks";

const nothing = () => undefined;
const [BEFORE, DURING] = [new Date("2026-11-12T07:00:00Z"), new Date("2026-11-12T08:25:00Z")];
const plan = { act: nothing, failure: undefined, forget: nothing };
const run: PlanRunView = {
  ...{ id: "run_1", phase: "arrange", placed: 3, wishes: 4, score: 90, seconds: 7 },
  ...{ bound: 100, gap: 0.013, state: "done", suggested: 5 },
  ...{ gaps: 6, restAfter: 3, withoutRest: 7, changed: 8 },
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
  draft: {
    ...{ version: 5, changed: 14, added: 6, moved: 5, removed: 3, mails: 22 },
    undo: { steps: 3, talkId: "first", slot: 1, table: null, locked: false },
    differences: [
      { what: "move", people: ["person_0", "person_1"], from: 1, to: 0 },
      { what: "remove", people: ["person_0", "person_2"], from: 2, to: null },
    ],
  },
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

type Shown = { selected?: string; of?: PlanMatrix; children: (props: PlanViewProps) => ReactNode };

function Shared({ selected, of = matrix, children }: Shown) {
  const index = indexOf(of);
  const [slots, words] = [useSlotWords(of), useTalkWords(index)];
  const talk = index.talks.get(selected ?? "");
  const moves = useMoves({ matrix: of, talk, now: BEFORE });
  const deeds = { select: nothing, move: nothing, landed: nothing, show: nothing, say: nothing };
  const place = { isNarrow: false, now: DURING, arrival: undefined };
  return children({ matrix: of, index, slots, words, moves, ...place, ...deeds });
}

function Publish(props: PlanViewProps) {
  const { matrix: of, slots, words } = props;
  const undoes = useUndoWords(props);
  return (
    <>
      <PublishBar {...{ matrix: of, slots, words, plan, undoes }} last="" />
      <DraftNotes matrix={of} undoes={undoes} />
    </>
  );
}

const views: readonly [string, (props: PlanViewProps) => ReactNode][] = [
  ["tables", (props) => <TableGrid {...props} people={matrix.people} />],
  ["list", (props) => <TalkList {...props} people={matrix.people} />],
  ["without", (props) => <WithoutTalks {...props} people={matrix.people} path="/o/a" showDay={nothing} />],
  ["live", (props) => <LiveView {...props} people={matrix.people} present={["person_1"]} />],
  ["bar", (props) => <MoveBar {...props} picked={undefined} said="" letGo={nothing} act={nothing} />],
  ["agenda", (props) => <PersonGrid {...props} isNarrow people={matrix.people} />],
  ["head", (props) => <PlanHead {...props} result={undefined} path="/o/a" people={5} plan={plan} />],
  ["publish", (props) => <Publish {...props} />],
  ["progress", () => <RunProgress run={{ ...run, state: "running" }} onStop={nothing} />],
  [
    "result",
    ({ words }) => (
      <RunResult
        {...{ run, words, matrix }}
        path="/o/a"
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
  ["legend", () => <PlanLegend isPicked />],
];
type Asked = { locale?: "de" | "en"; selected?: string; of?: PlanMatrix };
const shown = (name: string, { locale = "de", ...asked }: Asked = {}) =>
  read(locale, <Shared {...asked}>{views.find(([one]) => one === name)?.[1] ?? (() => null)}</Shared>);

describe("the views of the plan", () => {
  it.each(views.map(([name]) => name))("%s is said in both languages", (name) => {
    for (const locale of ["de", "en"] as const) {
      const html = shown(name, { locale, selected: "first" });
      expect(html).not.toMatch(/plan\.(?:desk|refusals|places|unplaced|next)/);
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
    expect(html).toContain("1 von 2 im Raum – es fehlt: Person 002");
    expect(html).toContain("Person 002");
  });

  it("moves by a choice that says why not, without any pointer", () => {
    const html = shown("bar", { selected: "first" });
    expect(html).toContain("Beide suchen Messtechnik.");
    expect(html).toMatch(/<option[^>]*disabled[^>]*>[^<]*Person 001 hat dann schon ein Gespräch/);
    expect(html).toMatch(/<option[^>]*disabled[^>]*>[^<]*jetziger Termin/);
  });

  it("takes a talk out apart from moving it: no choice of a time does, and the press comes last", () => {
    const html = shown("bar", { selected: "first" });
    const options = html.split("<option").slice(1).join();
    expect(options.slice(0, options.lastIndexOf("</option>"))).not.toContain("nehmen");
    expect(html.lastIndexOf("Herausnehmen …")).toBeGreaterThan(html.lastIndexOf("Abbrechen"));
    expect(shown("bar", { selected: "second" }), "what is locked stays").not.toContain("Herausnehmen");
    expect(shown("bar", { selected: "waits" }), "what has no time can't lose it").not.toContain(
      "Herausnehmen",
    );
  });

  it("names the press that lets go of what is locked for what it does", () => {
    const [loose, locked] = [shown("bar", { selected: "first" }), shown("bar", { selected: "second" })];
    expect(loose).toContain("Festhalten</button>");
    expect(locked).toContain(">Lösen</button>");
    expect(locked).not.toContain("Festhalten</button>");
  });

  it("reads one person's day below each other where a grid would be cut off", () => {
    const html = shown("agenda", { selected: "first" });
    expect(html).not.toContain('role="grid"');
    expect(html).toContain("Auswählen: Person 000, 09:00: Entwurf, mit Person 001");
    expect(html).toContain("Person 001 hat dann schon ein Gespräch.");
    expect(html).toContain("Hierher: Person 000, 09:40: hierher verschieben");
    expect(html).toContain("jetzt");
  });

  it("says what can be taken back, and once it is published what can be done instead", () => {
    const draft = shown("publish");
    expect(draft).toContain("Person 000 × Person 001 kommt zurück auf 12. Nov., 09:20.");
    expect(draft).toContain("3 Änderungen zurücknehmen");
    const none = matrix.draft && { ...matrix.draft, undo: null };
    expect(shown("publish", { of: { ...matrix, draft: none } })).toContain("indem Sie den Entwurf verwerfen");
    const published = shown("publish", { of: { ...matrix, draft: null } });
    expect(published).toContain("Neuer Entwurf auf Grundlage von Fassung 2");
    expect(published).toContain("Zurücknehmen lässt es sich nicht");
  });

  it("says what publishing would change, and how good a result is at least", () => {
    const draft = shown("publish");
    for (const words of ["14 geändert → 22 Mails", "6 neu", "5 verschoben", "3 entfallen"])
      expect(draft).toContain(words);
    const html = shown("result");
    for (const words of ["mindestens 98,7", "von 4 gewünschten", "60 min", "Nicht platziert (1)"])
      expect(html).toContain(words);
    expect(shown("result", { locale: "en" })).toContain("at least 98.7%");
  });

  it("counts what a plan is judged by, and says what that means", () => {
    const html = shown("result");
    const figures = [...html.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*?) ?<\/dd>/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(figures.slice(4), "after what the plan is made of").toEqual([
      ["ohne Gespräch", "2"],
      ["Lücken", "6"],
      ["längste Wartezeit", "60 min"],
      ["Pausen fehlen", "7"],
      ["Änderungen", "8"],
    ]);
    expect(html).toContain("ohne freien Termin auf 3 Gespräche folgt");
    expect(shown("result", { locale: "en" })).toContain("follows 3 talks without a free time between");
  });

  it.each([
    ["de", "eine Seite möchte nicht mehr", "Eine Seite möchte dieses Gespräch nicht mehr."],
    ["en", "one side does not want it any more", "One side does not want this talk any more."],
  ] as const)(
    "marks a planned talk that one side does not want any more, and names it above (%s)",
    (locale, short, long) => {
      const talks = matrix.talks.map((one) => (one.id === "first" ? { ...one, unwanted: true } : one));
      const of = { ...matrix, talks };
      const among = (name: string) => shown(name, { locale, of, selected: "first" });
      expect(among("agenda")).toContain(`Person 001, ${short}`);
      expect(among("list").split(long)).toHaveLength(2);
      expect(among("bar")).toContain(long);
      expect(among("head")).toMatch(/notice--warning.*: Person 000 × Person 001\. /);
      expect(among("legend")).toContain(short);
      for (const name of ["list", "head"]) expect(shown(name, { locale })).not.toMatch(/nicht mehr|any more/);
    },
  );

  it("names five of the unwanted, and counts the others", () => {
    const talks = [0, 1, 2, 3, 4, 5, 6].map((nth) => talk(`t${nth}`, [nth, nth + 10], { unwanted: true }));
    const of = { ...emptyMatrix({ people: 20, slots: 3 }), talks };
    expect(shown("head", { of })).toMatch(/7 geplante Gespräche.*Person 004 × Person 014 und 2 weitere\. /);
    expect(shown("head", { of: { ...of, talks: talks.slice(0, 6) } })).toContain(
      "Person 014 und ein weiteres.",
    );
  });

  it("says of each wish without a place what comes next, and gives the list as a file", () => {
    const html = shown("without");
    expect(html).toContain("Bitten Sie Person 000 oder Person 003, eine Stunde freizugeben");
    expect(html).toContain("Alle Gründe");
    expect(html).toMatch(
      /<form[^>]*action="\/api\/events\/event_1\/plan\/csv"[^>]*>.*name="list" value="unplaced"/,
    );
  });
});
