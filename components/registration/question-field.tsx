import { useTranslations } from "next-intl";
import { FileQuestion } from "@/components/registration/file-question";
import { Check } from "@/components/ui/check";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Field } from "@/components/ui/field";
import { describedBy, type FieldText } from "@/components/ui/field-frame";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import {
  agreedMark,
  fieldOf,
  LONGEST_LINE,
  LONGEST_TEXT,
  type Question,
  RATINGS,
  wordsIn,
} from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";

type QuestionFieldProps = {
  question: Question;
  /** Questions that this one waits for, by their id. */
  earlier: readonly Question[];
  /** What the field holds: one text, or what is ticked. */
  held: readonly string[];
  error: string | undefined;
  locale: Locale;
};
type ControlProps = QuestionFieldProps & { name: string; text: FieldText };

/** More round choices than this are a list to unfold. */
const SHOWN_AT_ONCE = 8;

/** Text, number or date: one control. */
function LineControl({ question, held, name, text }: ControlProps) {
  const { kind, limits, required } = question;
  const [value = ""] = held;
  const common = { ...text, name, required, defaultValue: value };
  if (kind === "long") return <TextArea {...common} rows={4} maxLength={limits.max ?? LONGEST_TEXT} />;
  if (kind === "date")
    return <Field {...common} type="date" min={limits.from ?? undefined} max={limits.to ?? undefined} />;
  if (kind === "number") return <Field {...common} inputMode="decimal" autoComplete="off" />;
  return <Field {...common} maxLength={limits.max ?? LONGEST_LINE} />;
}

function ChoiceControl({ question, held, name, text, locale }: ControlProps) {
  const t = useTranslations("questions.field");
  const { kind, required } = question;
  const isRating = kind === "rating";
  const options = isRating
    ? RATINGS.map((value) => ({ value: String(value), label: value }))
    : question.options.map((option) => ({ value: option.id, label: wordsIn(option, locale) }));
  const none = { value: "", label: t("none") };
  const isMany = kind === "choices";
  if (!isMany && options.length > SHOWN_AT_ONCE)
    return (
      <Select
        {...text}
        name={name}
        required={required}
        defaultValue={held[0] ?? ""}
        options={[none, ...options]}
      />
    );
  const shown = isMany || required ? options : [...options, none];
  return (
    <ChoiceGroup id={name} {...text} inline={isRating}>
      {shown.map(({ value, label }, index) => (
        <Check
          key={value}
          id={index === 0 ? name : undefined}
          type={isMany ? "checkbox" : "radio"}
          name={name}
          value={value}
          label={label}
          defaultChecked={value !== "" && held.includes(value)}
        />
      ))}
    </ChoiceGroup>
  );
}

/** A consent is one box, whose words are what is agreed to. */
function ConsentControl({ question, held, name, text }: ControlProps) {
  const { error, hint } = text;
  // Agreed to once, or ticked on a form that was refused for something else; words that have changed need a new yes.
  const mark = agreedMark(question);
  return (
    <div className={error ? "field field--error" : "field"}>
      {error ? (
        <span className="field__error" id={`${name}-error`}>
          <Icon name="alert-circle" />
          {error}
        </span>
      ) : null}
      <Check
        id={name}
        name={name}
        value={mark}
        required={question.required}
        defaultChecked={held.includes("on") || held.includes(mark)}
        label={
          <>
            {text.label}
            {text.optional ? <span className="field__opt"> {text.optional}</span> : null}
          </>
        }
        {...describedBy(name, { error, hint })}
      />
      <span className="field__hint" id={`${name}-hint`}>
        {hint}
      </span>
    </div>
  );
}

/** What it waits for, for whoever sees it all the same because no script hides it. */
function useWaitsFor({ question, earlier, locale }: QuestionFieldProps): string | undefined {
  const t = useTranslations("questions.field");
  if (question.showIf.length === 0) return undefined;
  const answers = question.showIf.map(({ questionId, answer }) => {
    const asked = earlier.find(({ id }) => id === questionId);
    // A consent has no options: its own words are what was agreed to.
    const words = asked?.options.find(({ id }) => id === answer) ?? asked?.label;
    return words ? wordsIn(words, locale) : "";
  });
  return t("when", { answers: answers.join(", ") });
}

/** One question of a registration form: its words, why it is asked, and the control for its kind. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, error, locale } = props;
  const t = useTranslations("questions.field");
  const form = useTranslations("registration.form");
  const waitsFor = useWaitsFor(props);
  const help = wordsIn(question.help, locale);
  const hint = (
    <>
      {help ? <span className="question__line">{help}</span> : null}
      <span className="question__line">{t("purpose", { purpose: wordsIn(question.purpose, locale) })}</span>
      {question.sensitive ? <span className="question__line">{t("sensitive")}</span> : null}
      {waitsFor ? <span className="question__line question__when">{waitsFor}</span> : null}
    </>
  );
  const text: FieldText = {
    label: wordsIn(question.label, locale),
    hint,
    error,
    optional: question.required ? undefined : form("optional"),
  };
  const control = { ...props, text, name: fieldOf(question.id) };
  if (question.kind === "file") return <FileQuestion {...control} />;
  if (question.kind === "consent") return <ConsentControl {...control} />;
  const isChoice = question.kind === "choice" || question.kind === "choices" || question.kind === "rating";
  return isChoice ? <ChoiceControl {...control} /> : <LineControl {...control} />;
}
