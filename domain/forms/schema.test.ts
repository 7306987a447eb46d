import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/domain/kernel/failures";
import { definitionOf, noFileLimits, noLimits } from "./rules";
import { MOST_DAYS, plannedForm, saveQuestionInput } from "./schema";

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
    [{ kind: "upload" }, { kind: ["required"] }],
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
      stage: "registration",
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
      files: noFileLimits,
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
        ...{ stage: "registration", files: [], megabytes: null },
      },
    ]);
  });

  it.each([
    [{ kind: "upload" }, { "1.kind": ["invalid"] }],
    [{ stage: "later" }, { "1.stage": ["invalid"] }],
    [{ kind: "file", max: 6 }, { "1.max": ["too_large"] }],
    [{ kind: "file", megabytes: 11 }, { "1.megabytes": ["too_large"] }],
    [{ kind: "file", files: ["program"] }, { "1.files.0": ["invalid"] }],
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

  it("waits for nothing that is asked after the registration, unless it is so itself", () => {
    const waits = { ...text, showIf: [{ question: 0, answer: 0 }] };
    const first = { ...choice, stage: "followUp" };
    expect(problemsOf([first, waits])).toEqual({ "1.showIf": ["earlier_question"] });
    expect(problemsOf([first, { ...waits, stage: "followUp" }])).toEqual({});
    expect(problemsOf([choice, { ...waits, stage: "followUp" }])).toEqual({});
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
