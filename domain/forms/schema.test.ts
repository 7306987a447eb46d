import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/domain/kernel/failures";
import type { Id } from "@/lib/ids";
import { type Answer, agreedMark, type Definition, definitionOf, noLimits, type Question } from "./rules";
import { answersSchema, MOST_DAYS, plannedForm, saveQuestionInput } from "./schema";

const asked = (id: Id<"question">, more: Partial<Question> = {}): Question => ({
  id,
  version: 1,
  kind: "text",
  label: { de: "Frage", en: "Question" },
  help: { de: "", en: "" },
  purpose: { de: "Zweck", en: "Purpose" },
  required: false,
  sensitive: false,
  options: ["a", "b", "c"].map((one) => ({ id: one, de: one, en: one })),
  limits: noLimits,
  showIf: [],
  ...more,
});
const ONE = "que_one123";

/** What the schema makes of one posted value: the answer, or the keys of what is wrong. */
function read(question: Partial<Definition>, posted: unknown): Answer | undefined | string[] {
  const result = answersSchema([asked(ONE, question)]).safeParse({ [`q.${ONE}`]: posted });
  return result.success ? result.data.get(ONE) : [...(fieldErrors(result.error)[`q.${ONE}`] ?? ["?"])];
}

describe("one answer", () => {
  it.each([
    ["text", {}, "  Nüsse\u200b und  Öl ", "Nüsse und Öl"],
    ["text", {}, "two\nlines", "two lines"],
    ["text", { limits: { ...noLimits, max: 3 } }, "Nuss", ["too_long"]],
    ["text", {}, "x".repeat(201), ["too_long"]],
    ["text", {}, ["a", "b"], ["required"]],
    ["long", {}, "eins \r\n zwei", "eins\nzwei"],
    ["long", {}, "x".repeat(1001), ["too_long"]],
    ["number", {}, "3,5", 3.5],
    ["number", {}, "-2", -2],
    ["number", {}, 7, 7],
    ["number", {}, "1e9", ["number"]],
    ["number", {}, "drei", ["number"]],
    ["number", { limits: { ...noLimits, min: 1, max: 4 } }, "0", ["too_small"]],
    ["number", { limits: { ...noLimits, min: 1, max: 4 } }, "5", ["too_large"]],
    ["date", {}, "2028-02-29", "2028-02-29"],
    ["date", {}, "2027-02-29", ["invalid_date"]],
    ["date", {}, "28.3.2027", ["invalid_date"]],
    ["date", { limits: { ...noLimits, from: "2027-01-01" } }, "2026-12-31", ["too_early"]],
    ["date", { limits: { ...noLimits, to: "2027-01-01" } }, "2027-01-02", ["too_late"]],
    ["choice", {}, "b", "b"],
    ["choice", {}, "d", ["unknown_choice"]],
    ["choices", {}, "a", ["a"]],
    ["choices", {}, ["a", "b", "a"], ["a", "b"]],
    ["choices", {}, ["a", "d"], ["unknown_choice"]],
    ["choices", { limits: { ...noLimits, min: 2 } }, ["a"], ["too_few_chosen"]],
    ["choices", { limits: { ...noLimits, max: 1 } }, ["a", "b"], ["too_many_chosen"]],
    ["rating", {}, "4", 4],
    ["rating", {}, "6", ["unknown_choice"]],
    ["consent", {}, "on", true],
    ["consent", {}, "no", ["consent_needed"]],
  ] as const)("%s with %j reads %j as %j", (kind, more, posted, result) => {
    expect(read({ kind, ...more }, posted)).toEqual(result);
  });

  it("is no consent to words that have changed since they were read", () => {
    const consent = { kind: "consent", label: { de: "Fotos im Bericht", en: "" } } as const;
    const mark = agreedMark(asked(ONE, consent));
    expect(read(consent, mark)).toBe(true);
    expect(read({ ...consent, required: true, help: { de: "Ohne Namen", en: "" } }, mark)).toBe(true);
    expect(read({ ...consent, label: { de: "Fotos in der Zeitung", en: "" } }, mark)).toEqual([
      "consent_changed",
    ]);
  });

  it.each([
    { posted: "" },
    { posted: "   " },
    { posted: "\u200b" },
    { posted: undefined },
    { posted: null },
    { posted: [] },
    { posted: [""] },
  ])("counts $posted as left empty", ({ posted }) => {
    expect(read({ kind: "text" }, posted)).toBeUndefined();
    expect(read({ kind: "choices", limits: { ...noLimits, min: 2 } }, posted)).toBeUndefined();
    expect(read({ kind: "text", required: true }, posted)).toEqual(["required"]);
    expect(read({ kind: "consent", required: true }, posted)).toEqual(["consent_needed"]);
  });
});

describe("a whole form", () => {
  const first = asked("que_first1", { kind: "choice", required: true });
  const then = asked("que_then12", {
    required: true,
    showIf: [{ questionId: "que_first1", answer: "a" }],
  });

  it("asks what the other answers bring up, and nothing else", () => {
    const parse = (posted: Record<string, unknown>) => answersSchema([first, then]).safeParse(posted);
    expect(parse({ "q.que_first1": "b", "q.que_then12": "heimlich" }).data).toEqual(
      new Map([["que_first1", "b"]]),
    );
    const refused = parse({ "q.que_first1": "a" });
    expect(refused.error && fieldErrors(refused.error)).toEqual({ "q.que_then12": ["required"] });
    const nothing = parse({});
    expect(nothing.error && fieldErrors(nothing.error)).toEqual({ "q.que_first1": ["required"] });
  });

  it("ignores names that are no question of it", () => {
    const posted = {
      "q.que_first1": "b",
      "q.que_other1": "x",
      __proto__: { "q.que_then12": "x" },
      name: "Ada",
    };
    expect([...answersSchema([first, then]).parse(posted).keys()]).toEqual(["que_first1"]);
  });
});

describe("a question as the builder posts it", () => {
  const base = {
    eventId: "evt_form12",
    kind: "choice",
    labelDe: "Ort",
    purposeDe: "Planung",
    optionsDe: "Saal\nOnline",
  };
  const fieldsOf = (more: object) => {
    const result = saveQuestionInput.safeParse({ ...base, ...more });
    return result.success ? {} : fieldErrors(result.error);
  };

  it.each([
    [{ labelDe: " " }, { labelDe: ["required"] }],
    [{ labelDe: "", labelEn: "Place" }, {}],
    [{ purposeDe: "" }, { purposeDe: ["required"] }],
    [{ optionsDe: "Saal" }, { optionsDe: ["two_options"] }],
    [{ optionsDe: "Saal\nSaal" }, { optionsDe: ["option_twice"] }],
    [{ optionsEn: "Hall" }, { optionsEn: ["as_many_lines"] }],
    [{ optionsDe: "", optionsEn: "Hall\nOnline" }, {}],
    [{ kind: "text", optionsDe: "" }, {}],
    [{ kind: "text", max: "201" }, { max: ["too_large"] }],
    [{ kind: "text", max: "0" }, { max: ["too_small"] }],
    [{ kind: "number", max: "-5" }, {}],
    [{ kind: "choices", max: "0" }, { max: ["too_small"] }],
    [{ kind: "choices", min: "3" }, { min: ["too_large"] }],
    [{ kind: "choices", min: "2" }, {}],
    [{ optionsDe: `Saal\n${"x".repeat(201)}` }, { optionsDe: ["too_long"] }],
    [{ optionsEn: `${"x".repeat(201)}\nOnline` }, { optionsEn: ["too_long"] }],
    [{ kind: "number", min: "5", max: "4" }, { max: ["too_small"] }],
    [{ kind: "date", from: "2027-01-02", to: "2027-01-01" }, { to: ["too_early"] }],
    [{ required: "on", sensitive: "on" }, { required: ["confidence_is_free"] }],
    [{ kind: "file" }, { kind: ["required"] }],
  ])("%j says %j", (more, fields) => {
    expect(fieldsOf(more)).toEqual(fields);
  });

  it("takes no novel for a question (S41)", () => {
    expect(fieldsOf({ labelDe: "x".repeat(100_000) })).toEqual({ labelDe: ["too_long"] });
  });

  it.each([15_000, 900_000])(
    "is told that %i characters are too many choices, in either language (S51)",
    (size) => {
      for (const field of ["optionsDe", "optionsEn"])
        expect(fieldsOf({ kind: "choice", [field]: "x".repeat(size) })).toEqual({ [field]: ["too_long"] });
    },
  );

  it("waits for an answer once, however often it is posted", () => {
    const showIf = Array.from({ length: 1_000 }, (_, index) => `que_first1:${index % 2 ? "a" : "b"}`);
    expect(saveQuestionInput.parse({ ...base, showIf }).showIf).toEqual([
      { questionId: "que_first1", answer: "b" },
      { questionId: "que_first1", answer: "a" },
    ]);
  });

  it("becomes a definition that leaves out what means nothing for its kind", () => {
    const typed = saveQuestionInput.parse({
      ...base,
      optionsEn: "Hall\nOnline",
      min: "1",
      from: "2027-01-01",
      sensitive: "on",
      showIf: "que_first1:a",
    });
    let counter = 0;
    expect(definitionOf(typed, { before: undefined, fresh: () => `o${++counter}` })).toEqual({
      kind: "choice",
      label: { de: "Ort", en: "" },
      help: { de: "", en: "" },
      purpose: { de: "Planung", en: "" },
      required: false,
      sensitive: true,
      options: [
        { id: "o1", de: "Saal", en: "Hall" },
        { id: "o2", de: "Online", en: "Online" },
      ],
      limits: noLimits,
      showIf: [{ questionId: "que_first1", answer: "a" }],
    });
  });
});

describe("a form that is planned", () => {
  const text = { kind: "text", label: { de: "Frage" }, purpose: { en: "Purpose" } };
  const choice = { ...text, kind: "choice", options: [{ de: "A" }, { de: "B" }] };
  const problemsOf = (form: unknown) => {
    const { error } = plannedForm.safeParse(form);
    return error ? fieldErrors(error) : {};
  };

  it("needs little, and fills in the rest", () => {
    expect(plannedForm.parse([text])).toEqual([
      {
        ...{ kind: "text", label: { de: "Frage", en: "" }, purpose: { de: "", en: "Purpose" } },
        ...{ help: { de: "", en: "" }, required: false, sensitive: false, options: [], showIf: [] },
        ...{ min: null, max: null, from: null, to: null },
      },
    ]);
  });

  it.each([
    [{ kind: "file" }, { "1.kind": ["invalid"] }],
    [{ label: {} }, { "1.label": ["required"] }],
    [{ purpose: { de: " " } }, { "1.purpose": ["required"] }],
    [{ required: true, sensitive: true }, { "1.required": ["confidence_is_free"] }],
    [{ required: "yes" }, { "1.required": ["invalid"] }],
    [{ kind: "choice" }, { "1.options": ["two_options"] }],
    [{ kind: "choice", options: [{ de: "A" }, { de: "A" }] }, { "1.options": ["option_twice"] }],
    [{ kind: "choice", options: [{ de: "A", en: "A" }, { de: "B" }] }, { "1.options": ["as_many_lines"] }],
    [{ max: 5_000 }, { "1.max": ["too_large"] }],
    [{ kind: "date", from: 2, to: 1 }, { "1.to": ["too_early"] }],
    [{ kind: "date", to: MOST_DAYS + 1 }, { "1.to": ["too_late"] }],
    [{ kind: "date", from: 1e300 }, { "1.from": ["whole_number", "too_late"] }],
    [{ showIf: [{ question: 1, answer: 0 }] }, { "1.showIf": ["earlier_question"] }],
    [{ showIf: [{ question: 0, answer: 2 }] }, { "1.showIf": ["earlier_question"] }],
    [{ showIf: [{ question: 0, answer: true }] }, { "1.showIf": ["earlier_question"] }],
    [{ showIf: [{ question: -1, answer: 0 }] }, { "1.showIf.0.question": ["earlier_question"] }],
    [{ showIf: [{ question: 0, answer: "A" }] }, { "1.showIf.0.answer": ["earlier_question"] }],
  ])("S54: is refused with %j, and says where", (some, fields) => {
    expect(problemsOf([choice, { ...text, ...some }])).toEqual(fields);
  });

  it("S54: holds no thousand questions or options", () => {
    const thousand = <One>(one: One) => Array.from({ length: 1_000 }, () => one);
    expect(problemsOf(thousand(text))).toEqual({ form: ["too_many"] });
    expect(problemsOf([{ ...choice, options: thousand({ de: "A" }) }])).toEqual({
      "0.options": ["too_many"],
    });
  });

  it("takes any day that there is for a limit", () => {
    expect(problemsOf([{ ...text, kind: "date", from: -MOST_DAYS, to: MOST_DAYS }])).toEqual({});
  });
});
