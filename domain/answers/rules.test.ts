import { describe, expect, it } from "vitest";
import { asked } from "@/db/testing/questions";
import type { Answer, Question } from "@/domain/forms/rules";
import {
  answerColumns,
  answersNow,
  answerText,
  type Given,
  givenIn,
  openQuestions,
  questionsFor,
  savingOf,
} from "./rules";

const was = (question: Question, value: Answer): Given => ({
  questionId: question.id,
  version: question.version,
  value,
  asked: question,
});

describe("answers to a form that was edited", () => {
  const text = asked("que_text12");
  const choice = asked("que_choice");

  it("are shown again only where they still answer the question", () => {
    const agreed = asked("que_agree1", { kind: "consent" });
    const old = [was(text, "Nüsse"), was({ ...choice, kind: "choice" }, "c"), was(agreed, true)];
    const reworded = { ...text, version: 2, label: { de: "Allergien", en: "" } };
    const fewer = { ...choice, kind: "choice" as const, version: 2, options: choice.options.slice(0, 2) };
    const now = answersNow([reworded, fewer, { ...agreed, version: 2 }], old);
    expect([...now]).toEqual([["que_text12", "Nüsse"]]);
  });

  it("stay when the form does not show them, and go when their giver clears them", () => {
    const other = { ...choice, kind: "choice" as const, version: 2 };
    const hidden = asked("que_hidden", { showIf: [{ questionId: "que_choice", answer: "a" }] });
    const old = [was(text, "Nüsse"), was(choice, "frei geschrieben"), was(hidden, "versteckt")];
    expect(savingOf([text, other, hidden], old, new Map())).toEqual({ put: [], drop: ["que_text12"] });
  });

  it("go when another answer of their giver hides them", () => {
    const first = asked("que_first1", { kind: "choice" });
    const then = asked("que_then12", { showIf: [{ questionId: "que_first1", answer: "a" }] });
    const old = [was(first, "a"), was(then, "weil")];
    expect(savingOf([first, then], old, new Map([["que_first1", "b"]]))).toEqual({
      put: [{ questionId: "que_first1", version: 1, value: "b" }],
      drop: ["que_then12"],
    });
  });

  it("are missing where they have to be given and no longer fit, but not below a condition that does not hold", () => {
    const must = { required: true } as const;
    const first = asked("que_first1", { ...must, kind: "choice" });
    const then = asked("que_then12", { ...must, showIf: [{ questionId: "que_first1", answer: "a" }] });
    const open = (given: Given[]) => openQuestions([first, then, text], given).map(({ id }) => id);
    expect(open([])).toEqual(["que_first1"]);
    expect(open([was(first, "b")])).toEqual([]);
    expect(open([was(first, "a")])).toEqual(["que_then12"]);
    expect(open([was({ ...first, kind: "text", version: 0 }, "a")])).toEqual(["que_first1"]);
  });

  it("are not written again when nothing has changed", () => {
    const many = asked("que_many12", { kind: "choices" });
    const old = [was(many, ["a", "b"])];
    expect(savingOf([many], old, new Map([["que_many12", ["a", "b"]]]))).toEqual({ put: [], drop: [] });
    expect(savingOf([{ ...many, version: 2 }], old, new Map([["que_many12", ["a", "b"]]])).put).toHaveLength(
      1,
    );
  });
});

describe("answers in a list", () => {
  it("stand below the words they were given to", () => {
    const text = asked("que_text12");
    const reworded = { ...text, version: 2, label: { de: "Allergien", en: "" } };
    const gone = asked("que_gone12", { label: { de: "Weg", en: "" } });
    const given = [was(text, "Nüsse"), was(gone, "noch da")];
    const columns = answerColumns([reworded], given, "de");
    expect(columns.map(({ label }) => label)).toEqual(["Allergien", "Frage", "Weg"]);
    expect(columns.map((column) => givenIn(column, given, "de")?.value)).toEqual([
      undefined,
      "Nüsse",
      "noch da",
    ]);
  });
});

describe("answers in words", () => {
  const place = { de: "Vor Ort", en: "On site" };
  const choice = asked("que_place1", { kind: "choice", options: [{ id: "site", ...place }] });
  const said: [string, Question, Answer, string][] = [
    ["a choice", choice, "site", "Vor Ort"],
    ["an option that is gone", choice, "gone", "gone"],
    ["several choices", { ...choice, kind: "choices" }, ["gone", "site"], "gone; Vor Ort"],
    ["a day", asked("que_day123", { kind: "date" }), "2027-03-28", "28.03.2027"],
    ["a number", asked("que_num123", { kind: "number" }), 1234.5, "1.234,5"],
    ["a consent", asked("que_agree1", { kind: "consent" }), true, "ja"],
    ["a text", asked("que_text12"), "Nüsse", "Nüsse"],
    [
      "files by their names alone",
      asked("que_file12", { kind: "file" }),
      ["upl_abcdef/Plan.pdf", "upl_ghijkl/Foto.jpg"],
      "Plan.pdf; Foto.jpg",
    ],
  ];
  it.each(said)("say %s", (_name, question, answer, text) => {
    expect(answerText(question, answer, { locale: "de", yes: "ja" })).toBe(text);
  });
});

describe("questions that follow a registration", () => {
  const first = asked("que_first1");
  const second = asked("que_secnd1", { stage: "followUp" });
  const third = asked("que_third1", { stage: "followUp", required: true });
  const form = [first, second, third];

  it("are asked of who has a place", () => {
    expect(questionsFor(form, { hasPlace: false })).toEqual([first]);
    expect(questionsFor(form, { hasPlace: true })).toEqual(form);
  });

  it("are all open until some of them are answered, then those that have to be", () => {
    expect(openQuestions(form, [was(first, "x")])).toEqual([second, third]);
    expect(openQuestions(form, [was(second, "x")])).toEqual([third]);
    expect(openQuestions(form, [was(third, "x")])).toEqual([]);
  });
});
