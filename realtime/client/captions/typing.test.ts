import { beforeEach, expect, it } from "vitest";
import { type CaptionLine, MAX_LINE } from "@/domain/interaction/schema/captions";
import { type TypingRun, typing } from "./typing";

let said: CaptionLine[];
let run: TypingRun;
const told = () => said.map(({ text, done }) => (done ? `${text}.` : text));

beforeEach(() => {
  said = [];
  run = typing.start((line) => said.push(line));
});

it("says each state of the line that is being typed, and what was corrected in it", () => {
  for (const field of ["H", "Ha", "Hx", "Ha", "Hallo"]) expect(run.write(field)).toBe(field);
  expect(told()).toEqual(["H", "Ha", "Hx", "Ha", "Hallo"]);
  expect(new Set(said.map(({ id }) => id)).size).toBe(1);
  expect(said.map(({ rev }) => rev)).toEqual([0, 1, 2, 3, 4]);
});

it("ends a line with Enter, and keeps what follows in the field", () => {
  expect(run.write("Guten Morgen\nund")).toBe("und");
  expect(run.write("und willkommen")).toBe("und willkommen");
  expect(told()).toEqual(["Guten Morgen.", "und", "und willkommen"]);
  expect(new Set(said.map(({ id }) => id)).size).toBe(2);
});

it("says nothing about blanks, or about what did not change", () => {
  for (const field of ["", " ", "\n\n", "a", "a ", "a"]) run.write(field);
  expect(told()).toEqual(["a"]);
});

it("takes back what was taken back before it was finished", () => {
  run.write("Falsch");
  run.write("");
  expect(told()).toEqual(["Falsch", ""]);
});

it("breaks what is pasted into lines that the server takes, at words where there are any", () => {
  const words = Array.from({ length: 100 }, (_, index) => `Wort${index}`).join(" ");
  const rest = run.write(words);
  const lines = said.filter(({ done }) => done).map(({ text }) => text);
  expect([...lines, rest].join(" ")).toBe(words);
  run.write("x".repeat(5_000));
  expect(Math.max(...said.map(({ text }) => text.length))).toBeLessThanOrEqual(MAX_LINE);
});
