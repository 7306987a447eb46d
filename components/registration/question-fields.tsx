import { useTranslations } from "next-intl";
import { QuestionField } from "@/components/registration/question-field";
import { QuestionLogic } from "@/components/registration/question-logic";
import { heldOf } from "@/components/registration/question-values";
import { type Answers, askedOf, fieldOf, pickedIn, type Question } from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";
import type { RefusedForm } from "./field-errors";
import { useWeighing } from "./use-weighing";

type QuestionFieldsProps = {
  questions: readonly Question[];
  locale: Locale;
  refused?: RefusedForm | undefined;
  errorOf: (field: string) => string | undefined;
  /** What was answered before. */
  answers?: Answers;
};

const none: Answers = new Map();

/** What the browser can find wrong by itself, in the keys of the errors catalog. */
const findable = [
  "required",
  "too_long",
  "number",
  "too_small",
  "too_large",
  "invalid_date",
  "too_early",
  "too_late",
  "unknown_choice",
  "too_few_chosen",
  "too_many_chosen",
  "consent_needed",
  "file_needed",
  "file_blank",
  "file_over_limit",
  "file_other_kind",
  "file_gone",
  "too_many_files",
] as const;

/**
 * The questions of an event's form. Without a script all of them are shown, with what they wait for; with one only those
 * that are asked. The command reads none that is not asked.
 */
export function QuestionFields({ questions, locale, refused, errorOf, answers = none }: QuestionFieldsProps) {
  const t = useTranslations("errors.fields");
  const form = useTranslations("registration.form");
  const q = useTranslations("questions.field");
  const weighing = useWeighing(locale);
  const follows = questions.find(({ stage }) => stage === "followUp");
  if (questions.length === 0) return null;
  const heldBy = new Map(
    questions.map((question) => [fieldOf(question.id), heldOf(question, { refused, answers })]),
  );
  const picked = pickedIn(questions, (field) => (heldBy.get(field) ?? []).filter(Boolean));
  const asked = new Set(askedOf(questions, picked));
  return (
    <QuestionLogic
      questions={questions}
      locale={locale}
      title={form("failedTitle")}
      weighing={weighing}
      says={Object.fromEntries(findable.map((key) => [key, t(key)]))}
    >
      {questions.map((question, index) => (
        <div key={question.id} data-question={question.id} data-asked={asked.has(question) ? "yes" : "no"}>
          {question === follows ? <h3 className="text-base mb-4">{q("followUp")}</h3> : null}
          <QuestionField
            question={question}
            earlier={questions.slice(0, index)}
            held={heldBy.get(fieldOf(question.id)) ?? []}
            error={errorOf(fieldOf(question.id))}
            locale={locale}
          />
        </div>
      ))}
    </QuestionLogic>
  );
}
