import { describe, expect, it } from "vitest";
import { asked as anyQuestion } from "@/db/testing/questions";
import type { Id } from "@/lib/ids";
import {
  type Answer,
  askedOf,
  asksAnew,
  type Definition,
  holdsTogether,
  isDay,
  keepsConfidence,
  loosens,
  optionsFrom,
  type Question,
  wordsIn,
} from "./rules";

const asked = (id: Id<"question">, more: Partial<Definition> = {}) =>
  anyQuestion(id, { options: [], ...more });
const place = asked("que_place1", {
  kind: "choice",
  options: [
    { id: "site", de: "Vor Ort", en: "On site" },
    { id: "online", de: "Online", en: "" },
  ],
});
const food = asked("que_food12", {
  kind: "choices",
  options: [{ id: "vegan", de: "Vegan", en: "Vegan" }],
  showIf: [{ questionId: "que_place1", answer: "site" }],
});
const more = asked("que_more12", { showIf: [{ questionId: "que_food12", answer: "vegan" }] });
const form = [place, food, more];
const given = (...entries: [Id<"question">, Answer][]) => new Map(entries);

describe("which questions are asked", () => {
  const cases: [string, Map<Id<"question">, Answer>, string[]][] = [
    ["nothing answered", given(), ["que_place1"]],
    ["another answer", given(["que_place1", "online"]), ["que_place1"]],
    ["the answer it waits for", given(["que_place1", "site"]), ["que_place1", "que_food12"]],
    [
      "one of several answers",
      given(["que_place1", "site"], ["que_food12", ["vegan"]]),
      ["que_place1", "que_food12", "que_more12"],
    ],
    [
      "what a hidden question was answered with",
      given(["que_place1", "online"], ["que_food12", ["vegan"]]),
      ["que_place1"],
    ],
  ];
  it.each(cases)("follows the earlier answers: %s", (_name, answers, ids) => {
    expect(askedOf(form, answers).map(({ id }) => id)).toEqual(ids);
  });

  it("knows a consent as something to depend on", () => {
    const agreed = asked("que_agree1", { kind: "consent" });
    const then = asked("que_then12", { showIf: [{ questionId: "que_agree1", answer: "true" }] });
    expect(askedOf([agreed, then], given(["que_agree1", true]))).toHaveLength(2);
    expect(askedOf([agreed, then], given())).toHaveLength(1);
  });
});

it.each([
  ["all may be read by all hosts", [place, food], true],
  ["an open question waits for a confidential one", [{ ...place, sensitive: true }, food], false],
  ["both are confidential", [place, food].map((one) => ({ ...one, sensitive: true })), true],
  ["a confidential question waits for an open one", [place, { ...food, sensitive: true }], true],
  ["what waits for the waiting one is open", [place, { ...food, sensitive: true }, more], false],
])("keeps what was said in confidence: %s", (_name, questions, keeps) => {
  expect(keepsConfidence(questions)).toBe(keeps);
});

describe("a form that holds together", () => {
  const forms: [string, Question[], boolean][] = [
    ["as it is", form, true],
    ["without the question that another waits for", [food, more], false],
    ["with it behind the other", [food, place, more], false],
    ["without the option", [{ ...place, options: place.options.slice(1) }, food, more], false],
    ["with a question of another kind in its place", [{ ...place, kind: "text" }, food], false],
  ];
  it.each(forms)("%s", (_name, questions, holds) => {
    expect(holdsTogether(questions)).toBe(holds);
  });
});

describe("an edit", () => {
  const edits: [string, Partial<Definition>, boolean][] = [
    ["help", { help: { de: "Hilfe", en: "" } }, false],
    ["purpose", { purpose: { de: "Anders", en: "" } }, false],
    ["duty", { required: true }, false],
    ["wording", { label: { de: "Andere Frage", en: "Question" } }, true],
    ["kind", { kind: "choices" }, true],
    ["options", { options: place.options.slice(1) }, true],
  ];
  it.each(edits)("of its %s (%j) asks anew: %s", (_name, change, anew) => {
    expect(asksAnew(place, { ...place, ...change })).toBe(anew);
  });

  it("never opens what was answered in confidence", () => {
    expect(loosens({ ...food, sensitive: true }, food)).toBe(true);
    expect(loosens(food, { ...food, sensitive: true })).toBe(false);
  });

  it("keeps the ids of options that keep their words, or their place", () => {
    let counter = 0;
    const fresh = () => `new${++counter}`;
    const ids = (...lines: string[]) =>
      optionsFrom(
        lines.map((de) => ({ de, en: "" })),
        { before: place.options, fresh },
      ).map(({ id }) => id);
    expect(ids("Online", "Vor Ort")).toEqual(["online", "site"]);
    expect(ids("Im Saal", "Online")).toEqual(["site", "online"]);
    expect(ids("Online", "Beides", "Vor Ort")).toEqual(["online", "new1", "site"]);
    expect(ids("Online")).toEqual(["online"]);
  });
});

describe("words", () => {
  it("fall back to the other language", () => {
    expect(wordsIn({ de: "Online", en: "" }, "en")).toBe("Online");
    expect(wordsIn({ de: "", en: "Only English" }, "de")).toBe("Only English");
  });

  it.each([
    ["2028-02-29", true],
    ["2027-02-29", false],
    ["2027-13-01", false],
    ["28.03.2027", false],
    ["2027-03", false],
  ])("know the day %s: %s", (day, is) => {
    expect(isDay(day)).toBe(is);
  });
});
