import { describe, expect, it } from "vitest";
import { asked } from "@/db/testing/questions";
import { type Answer, agreedMark, type Definition, noLimits, type Question } from "@/domain/forms/rules";
import { fieldErrors } from "@/domain/kernel/failures";
import { answersSchema } from "./schema";

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

describe("an answer of files", () => {
  const file = (more: Partial<Question> = {}) => ({ kind: "file" as const, ...more });
  const [PLAN, PHOTO] = ["upl_plan123/Plan.pdf", "upl_photo12/Foto.jpg"];
  const chosen = (name: string, bytes = 3) => new File([new Uint8Array(bytes)], name);
  const two = { limits: { ...noLimits, max: 2 } };

  it.each([
    ["one that is kept", file(), PLAN, [PLAN]],
    ["the same twice", file(), [PLAN, PLAN], [PLAN]],
    ["two where two are asked for", file(two), [PLAN, PHOTO], [PLAN, PHOTO]],
    ["none", file(), [], undefined],
    ["a field in which nothing was chosen", file(), chosen("", 0), undefined],
    ["a new one in place of the only one", file(), [PLAN, chosen("Neu.pdf")], ["Neu.pdf"]],
  ])("takes %s", (_what, question, posted, expected) => {
    expect(read(question, posted)).toEqual(expected);
  });

  it.each([
    ["nothing where one is needed", file({ required: true }), "", ["file_needed"]],
    ["more than are asked for", file(), [PLAN, PHOTO], ["too_many_files"]],
    ["text that names none", file(), "../../etc/passwd", ["file_gone"]],
    ["an id of another kind", file(), "fil_abcdef12/x.pdf", ["file_gone"]],
    ["a number", file(), 7, ["file_gone"]],
    ["an empty file", file(), chosen("leer.pdf", 0), ["file_blank"]],
    [
      "another kind",
      file({ files: { kinds: ["pdf"], megabytes: null } }),
      chosen("a.docx"),
      ["file_other_kind"],
    ],
    ["a program", file(), chosen("a.exe"), ["file_other_kind"]],
    [
      "a large one",
      file({ files: { kinds: [], megabytes: 1 } }),
      chosen("a.pdf", 1024 * 1024 + 1),
      ["file_over_limit"],
    ],
  ])("does not take %s", (_what, question, posted, problems) => {
    expect(read(question, posted)).toEqual(problems);
  });
});
