import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { homeZone } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { indexOf } from "./matrix-index";
import { useSlotWords, useTalkWords } from "./matrix-words";
import { PersonGrid } from "./person-grid";
import { emptyMatrix, fullMatrix, talk } from "./testing/generated-matrix";
import { useMoves } from "./use-moves";

const nothing = () => undefined;

const BEFORE = new Date("2026-11-12T07:00:00Z");
type Drawn = { matrix: PlanMatrix; selected?: string | undefined; now?: Date };

function Grid({ matrix, selected, now = BEFORE }: Drawn) {
  const index = indexOf(matrix);
  const [slots, words] = [useSlotWords(matrix), useTalkWords(index)];
  const moves = useMoves({ matrix, talk: index.talks.get(selected ?? ""), now });
  const deeds = { select: nothing, move: nothing, landed: nothing, show: nothing, say: nothing };
  const place = { now, isNarrow: false, arrival: undefined };
  return (
    <PersonGrid {...{ matrix, index, slots, words, moves, ...place, ...deeds }} people={matrix.people} />
  );
}

const drawn = (
  matrix: PlanMatrix,
  { locale = "de", ...asked }: Omit<Drawn, "matrix"> & { locale?: "de" | "en" } = {},
) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      <Grid matrix={matrix} {...asked} />
    </NextIntlClientProvider>,
  );
const count = (html: string, part: string) => html.split(part).length - 1;

describe("the grid of people and slots", () => {
  it("draws of 500 people in 40 slots only what is in sight, and says how many there are", () => {
    const html = drawn(fullMatrix({ people: 500, slots: 40 }));
    expect(html).toContain('aria-rowcount="501"');
    expect(html).toContain('aria-colcount="41"');
    expect(count(html, 'role="row"')).toBeGreaterThan(10);
    expect(count(html, 'role="row"')).toBeLessThan(40);
    expect(count(html, 'role="gridcell"')).toBeLessThan(1000);
  });

  it("lets Tab lead to one cell alone", () => {
    expect(count(drawn(fullMatrix({ people: 50, slots: 10 })), 'tabindex="0"')).toBe(1);
  });

  const matrix = {
    ...emptyMatrix({ people: 4, slots: 4 }),
    talks: [
      talk("moved", [0, 1], { slot: 0 }),
      talk("fixed", [1, 2], { slot: 1, state: "published", locked: true }),
    ],
    closed: [{ personId: "person_0", slot: 2, why: "session" as const }],
  };

  it("says of each cell whose it is, when, in which state and with whom", () => {
    const html = drawn(matrix);
    expect(html).toContain("Person 000, 09:00: Entwurf, mit Person 001");
    expect(html).toContain("Person 001, 09:20: Veröffentlicht, festgehalten, mit Person 002");
    expect(html).toContain("Person 000, 09:40: in einem Programmpunkt");
    expect(html).toContain("Person 003, 10:00: frei");
    expect(html).not.toContain("nicht möglich");
  });

  it("opens the cells where the selected talk can go, and says of the others why not", () => {
    const html = drawn(matrix, { selected: "moved" });
    expect(html).toContain("Person 000, 09:20: nicht möglich. Person 001 hat dann schon ein Gespräch.");
    expect(html).toContain("Person 001, 09:40: nicht möglich. Person 000 ist dann in einem Programmpunkt.");
    expect(html).toContain("Person 000, 10:00: hierher verschieben");
    expect(html, "of others the row stays as it is").toContain("Person 003, 10:00: frei");
    expect(count(html, 'data-kind="source"')).toBe(2);
    expect(html, "and where another talk is in the way").toContain(
      "mit Person 002. Hierher geht es nicht: Person 001 hat dann schon ein Gespräch.",
    );
  });

  it("marks the slot that runs in a word, and no other", () => {
    expect(drawn(matrix)).not.toContain("is-now");
    const html = drawn(matrix, { now: new Date("2026-11-12T08:30:00Z") });
    expect(html).toMatch(/aria-current="time"[^>]*><small>jetzt<\/small>09:20/);
    expect(count(html, 'aria-current="time"')).toBe(1);
  });

  it("says the same in English", () => {
    const html = drawn(matrix, { selected: "moved", locale: "en" });
    expect(html).toContain("Person 000, 10:00: move here");
    expect(html).not.toContain("plan.desk");
  });
});
