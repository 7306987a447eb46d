import { expect, it } from "vitest";
import { addSaid, goesIn, type SaidLine, SHOWN_MS, shownNow } from "./caption-log";

const line = (rev: number, text: string, { id = "line-one", done = false } = {}) => ({ id, rev, text, done });
type Line = ReturnType<typeof line>;
const by = (who: string, lines: Line[], kind: "captions" | "own" = "captions") => [
  { by: who, name: who, kind, language: kind === "captions" ? ("de" as const) : null, lines },
];
const NONE: readonly SaidLine[] = [];
const texts = (lines: readonly SaidLine[]) => lines.map(({ text }) => text);

it("shows each line as far as it is written, and mends what got lost with the next state of it", () => {
  const begun = addSaid(NONE, by("Ada", [line(0, "Gu")]), 0);
  const later = addSaid(
    begun,
    by("Ada", [line(7, "Guten Morgen", { done: true }), line(0, "und", { id: "line-two" })]),
    1,
  );
  expect(texts(later)).toEqual(["Guten Morgen", "und"]);
});

it("heeds no state that comes too late, and nothing after the end of a line", () => {
  const known = addSaid(NONE, by("Ada", [line(5, "Guten")]), 0);
  expect(texts(addSaid(known, by("Ada", [line(4, "Gut")]), 1))).toEqual(["Guten"]);
  const ended = addSaid(known, by("Ada", [line(6, "Guten Tag", { done: true })]), 1);
  expect(texts(addSaid(ended, by("Ada", [line(7, "Anders")]), 2))).toEqual(["Guten Tag"]);
});

it("S58: nobody's line takes the place of another's, whatever id it bears", () => {
  const known = addSaid(NONE, by("Ada", [line(0, "Wahr")]), 0);
  expect(texts(addSaid(known, by("Eve", [line(9, "Falsch")], "own"), 1))).toEqual(["Wahr", "Falsch"]);
});

it("shows the last three lines for eight seconds after they changed, and none that was emptied", () => {
  const lines = [0, 1, 2, 3, 4].flatMap((at) =>
    addSaid(NONE, by("Ada", [line(0, `Satz ${at}`, { id: `line-no-${at}` })]), at * 1_000),
  );
  expect(texts(shownNow(lines, 4_000))).toEqual(["Satz 2", "Satz 3", "Satz 4"]);
  expect(texts(shownNow(lines, 3_000 + SHOWN_MS))).toEqual(["Satz 4"]);
  expect(goesIn(shownNow(lines, 4_000), 4_000)).toBe(SHOWN_MS - 2_000);
  const emptied = addSaid(lines, by("Ada", [line(1, "", { id: "line-no-4" })]), 4_000);
  expect(texts(shownNow(emptied, 4_000))).not.toContain("Satz 4");
  expect(goesIn([], 0)).toBeNull();
});

it("keeps an hour, not a day", () => {
  let lines = NONE;
  for (let at = 0; at < 1_100; at++)
    lines = addSaid(lines, by("Ada", [line(0, `${at}`, { id: `line-no-${at}` })]), at);
  expect([lines.length, lines[0]?.text]).toEqual([1_000, "100"]);
});
