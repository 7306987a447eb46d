import { useTranslations } from "next-intl";
import { saveQuestionAction } from "@/actions/forms";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField } from "@/components/desk/answered-form";
import { InBoth } from "@/components/desk/in-both";
import { fileGroups, MOST_MEGABYTES, type Stage } from "@/domain/forms/labels";
import { answersToDependOn, type Option, type Question, questionKinds, wordsIn } from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";
import "@/components/programme/programme.css";
import "./question-form.css";

type QuestionFormProps = {
  eventId: string;
  /** The question that is changed; without one, a new one is made. */
  question?: Question;
  /** Those above it, whose answers it can wait for. */
  earlier: readonly Question[];
  /** When it is asked; a question stays where it stands. */
  stage: Stage;
  locale: Locale;
};
type PartProps = { question: Question | undefined };

/** One question of an event's form with all that can be set about it; what means nothing for its kind is hidden. */
export function QuestionForm({ eventId, question, earlier, stage, locale }: QuestionFormProps) {
  const t = useTranslations("questions");
  const organizer = useTranslations("organizer.event");
  const id = question?.id ?? `new-${stage}`;
  return (
    <ActionForm
      action={saveQuestionAction}
      submit={question ? organizer("save") : t("builder.add")}
      look={{ variant: "secondary", size: "sm" }}
      done={organizer("saved")}
      id={id}
      className="form questionform"
    >
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="stage" value={stage} />
      {question ? <input type="hidden" name="questionId" value={question.id} /> : null}
      <fieldset className="fil" id={`${id}-kind`}>
        <legend>{t("builder.kind")}</legend>
        <div className="choices">
          {questionKinds.map((kind) => (
            <ActionCheck
              key={kind}
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={kind === (question?.kind ?? "text")}
              label={t(`kinds.${kind}`)}
            />
          ))}
        </div>
      </fieldset>
      <Wording question={question} />
      <OptionLines question={question} />
      <LimitFields question={question} />
      <FileFields id={id} question={question} />
      <ActionCheck
        name="required"
        value="on"
        defaultChecked={question?.required ?? false}
        label={t("builder.required")}
      />
      <ActionCheck
        id={`${id}-sensitive`}
        name="sensitive"
        value="on"
        defaultChecked={question?.sensitive ?? false}
        label={t("builder.sensitive")}
        hint={t("builder.sensitiveHint")}
      />
      <WaitsFor id={id} question={question} earlier={earlier} locale={locale} />
    </ActionForm>
  );
}

const parts = [
  { name: "label", hint: "labelHint", maxLength: 600 },
  { name: "purpose", hint: "purposeHint", maxLength: 200 },
  { name: "help", hint: undefined, maxLength: 400 },
] as const;

/** Question, purpose and help in both languages. */
function Wording({ question }: PartProps) {
  const t = useTranslations("questions.builder");
  return (
    <div className="cols cols--2">
      {parts.map(({ name, hint, maxLength }) => (
        <InBoth
          key={name}
          name={name}
          labels={{ de: t(`${name}De`), en: t(`${name}En`) }}
          words={question?.[name] ?? { de: "", en: "" }}
          maxLength={maxLength}
          {...(hint ? { hint: t(hint) } : {})}
        />
      ))}
    </div>
  );
}

/** Nothing at all instead of empty lines, where a language has no words. */
const linesOf = (options: readonly Option[], language: Locale): string => {
  const lines = options.map((option) => option[language]);
  return lines.some(Boolean) ? lines.join("\n") : "";
};

function OptionLines({ question }: PartProps) {
  const t = useTranslations("questions.builder");
  const options = question?.options ?? [];
  return (
    <div className="cols cols--2 questionform__options">
      <InBoth
        name="options"
        labels={{ de: t("optionsDe"), en: t("optionsEn") }}
        words={{ de: linesOf(options, "de"), en: linesOf(options, "en") }}
        hint={t("optionsHint")}
        rows={4}
      />
    </div>
  );
}

function LimitFields({ question }: PartProps) {
  const t = useTranslations("questions.builder");
  const limits = question?.limits;
  return (
    <>
      <div className="cols cols--2 questionform__sizes">
        <ActionField
          fieldClassName="questionform__least"
          label={t("least")}
          name="min"
          inputMode="numeric"
          defaultValue={limits?.min ?? ""}
        />
        <ActionField label={t("most")} name="max" inputMode="numeric" defaultValue={limits?.max ?? ""} />
      </div>
      <div className="cols cols--2 questionform__days">
        <ActionField label={t("from")} name="from" type="date" defaultValue={limits?.from ?? ""} />
        <ActionField label={t("to")} name="to" type="date" defaultValue={limits?.to ?? ""} />
      </div>
    </>
  );
}

/** What files may be, and how large; how many, the limits above say. */
function FileFields({ id, question }: PartProps & { id: string }) {
  const t = useTranslations("questions");
  const files = question?.files;
  return (
    <div className="stack gap-4 questionform__files">
      <fieldset className="fil" id={`${id}-fileKinds`}>
        <legend>{t("builder.fileKinds")}</legend>
        <p className="small muted">{t("builder.fileKindsHint")}</p>
        {fileGroups.map((kind) => (
          <ActionCheck
            key={kind}
            name="fileKinds"
            value={kind}
            defaultChecked={files?.kinds.includes(kind) ?? false}
            label={t(`file.kinds.${kind}`)}
          />
        ))}
      </fieldset>
      <ActionField
        label={t("builder.megabytes")}
        hint={t("builder.megabytesHint", { most: MOST_MEGABYTES })}
        name="megabytes"
        inputMode="numeric"
        defaultValue={files?.megabytes ?? ""}
      />
    </div>
  );
}

/** Answers of the questions above that bring this one up; nothing while none of them has any to tell apart. */
function WaitsFor({
  id,
  question,
  earlier,
  locale,
}: Omit<QuestionFormProps, "eventId" | "stage"> & { id: string }) {
  const t = useTranslations("questions.builder");
  const choices = earlier.flatMap((one) =>
    answersToDependOn(one).map((answer) => {
      const option = one.options.find((each) => each.id === answer);
      const asked = wordsIn(one.label, locale);
      return {
        value: `${one.id}:${answer}`,
        label: option ? `${asked} · ${wordsIn(option, locale)}` : t("agreed", { question: asked }),
        isChosen: (question?.showIf ?? []).some(
          (each) => each.questionId === one.id && each.answer === answer,
        ),
      };
    }),
  );
  if (choices.length === 0) return null;
  return (
    <fieldset className="fil" id={`${id}-showIf`}>
      <legend>{t("showIf")}</legend>
      <p className="small muted">{t("showIfHint")}</p>
      {choices.map(({ value, label, isChosen }) => (
        <ActionCheck key={value} name="showIf" value={value} defaultChecked={isChosen} label={label} />
      ))}
    </fieldset>
  );
}
