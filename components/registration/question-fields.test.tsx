import { describe, expect, it } from "vitest";
import type { RefusedForm } from "@/components/registration/field-errors";
import { QuestionFields } from "@/components/registration/question-fields";
import { markupOf } from "@/components/testing/markup";
import {
  type Answers,
  agreedMark,
  noFileLimits,
  noLimits,
  type Question,
  questionKinds,
} from "@/domain/forms/rules";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import type { Id } from "@/lib/ids";

const asked = (id: Id<"question">, more: Partial<Question> = {}): Question => ({
  id,
  version: 1,
  kind: "text",
  stage: "registration",
  label: { de: "Frage", en: "Question" },
  help: { de: "", en: "" },
  purpose: { de: "Zweck", en: "Purpose" },
  required: false,
  sensitive: false,
  options: ["a", "b"].map((one) => ({ id: one, de: `Antwort ${one}`, en: `Answer ${one}` })),
  limits: noLimits,
  files: noFileLimits,
  showIf: [],
  ...more,
});

type Shown = { locale?: Locale; refused?: RefusedForm; answers?: Answers; errors?: Record<string, string> };

const markup = (questions: Question[], { locale = "de", errors = {}, ...more }: Shown = {}) =>
  markupOf(
    <QuestionFields questions={questions} locale={locale} errorOf={(field) => errors[field]} {...more} />,
    locale,
  );

const place = asked("que_place1", { kind: "choice", required: true });
const food = asked("que_food12", { showIf: [{ questionId: "que_place1", answer: "a" }] });
const askedParts = (html: string) => [...html.matchAll(/data-asked="(\w+)"/g)].map((match) => match[1]);

describe("the questions of a form", () => {
  it.each(locales)("show in %s each kind with its field, its words and why it is asked", (locale) => {
    for (const kind of questionKinds) {
      const html = markup([asked("que_kind12", { kind })], { locale });
      expect(html).toContain('name="q.que_kind12"');
      expect(html).toContain('id="q.que_kind12"');
      expect(html).toContain(locale === "de" ? "Wofür: Zweck" : "What for: Purpose");
      expect(html).toContain(messages[locale].registration.form.optional);
    }
  });

  it("show a consent ticked as long as its words are those that were agreed to", () => {
    const agreed = asked("que_agree1", { kind: "consent" });
    const reworded = { ...agreed, label: { de: "Andere Worte", en: "" } };
    const entered = { "q.que_agree1": agreedMark(agreed) };
    const refused: RefusedForm = { entered, lists: {}, failure: { kind: "invalid", reason: "input" } };
    expect(markup([agreed], { refused })).toContain("checked");
    expect(markup([reworded], { refused })).not.toContain("checked");
    expect(markup([agreed], { answers: new Map([[agreed.id, true]]) })).toContain("checked");
  });

  it("are nothing at all where an event asks nothing", () => {
    expect(markup([])).toBe("");
  });

  it("S41: are text, whatever stands in them", () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const words = { de: hostile, en: hostile };
    const html = markup([
      asked("que_evil12", {
        kind: "choices",
        label: words,
        help: words,
        purpose: words,
        options: [{ id: "a", ...words }],
      }),
    ]);
    expect(html).not.toContain("<img");
    expect(html.split("&lt;img")).toHaveLength(5);
  });

  it("know from what was answered before which of them are asked", () => {
    expect(askedParts(markup([place, food]))).toEqual(["yes", "no"]);
    const answers: Answers = new Map([["que_place1", "a"]]);
    expect(askedParts(markup([place, food], { answers }))).toEqual(["yes", "yes"]);
    expect(markup([place, food])).toContain("Nur, wenn zutrifft: Antwort a");
  });

  it("come back with what was chosen and typed, and say what is wrong", () => {
    const field = "q.que_food12";
    const refused: RefusedForm = {
      entered: { "q.que_place1": "a", [field]: "Nüsse" },
      lists: {},
      failure: { kind: "invalid", reason: "input", fields: { [field]: ["too_long"] } },
    };
    const html = markup([place, food], { refused, errors: { [field]: "Das ist zu lang." } });
    expect(html).toMatch(/<input[^>]*value="a"[^>]*checked=""|<input[^>]*checked=""[^>]*value="a"/);
    expect(html).toContain('value="Nüsse"');
    expect(html).toContain(`id="${field}-error"`);
    expect(html).toContain('aria-invalid="true"');
  });

  it("say who reads what is confidential", () => {
    expect(markup([asked("que_diet12", { sensitive: true })])).toContain(
      messages.de.questions.field.sensitive,
    );
  });
});
