import { useTranslations } from "next-intl";
import { AnswerList } from "@/components/registration/answer-list";
import { versionOf } from "@/components/registration/draft-note";
import { useFieldErrors } from "@/components/registration/field-errors";
import { FormDraft } from "@/components/registration/form-draft";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { NameField, OrganisationField } from "@/components/registration/name-fields";
import { namedProblems } from "@/components/registration/named-problems";
import { QuestionFields } from "@/components/registration/question-fields";
import { neverKept } from "@/components/registration/question-values";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Check } from "@/components/ui/check";
import { answersNow, questionsFor } from "@/domain/answers/rules";
import { listedTo } from "@/domain/registration/schema";

type Choice = { name: string; value: string; label: string };

/** Both answers are posted, because an unticked box would be absent, and what is absent stays as it is. */
function Choices({ legend, hint, chosen, choices, match }: ChoicesProps) {
  return (
    <fieldset className="field">
      <legend className="field__label">{legend}</legend>
      {hint ? <span className="field__hint">{hint}</span> : null}
      {choices.map((choice) => (
        <Check
          key={choice.value}
          type="radio"
          match={match}
          name={choice.name}
          value={choice.value}
          label={choice.label}
          defaultChecked={choice.value === chosen}
        />
      ))}
    </fieldset>
  );
}
type ChoicesProps = {
  legend: string;
  hint?: string;
  chosen: string;
  choices: readonly Choice[];
  match?: boolean;
};

/** What was answered to questions that the form no longer has, or has no longer like that. */
function EarlierAnswers({ questions, given, locale }: MyRegistrationProps) {
  const t = useTranslations("questions.answers");
  const shown = answersNow(questions, given);
  const earlier = given.filter(({ questionId }) => !shown.has(questionId));
  if (earlier.length === 0) return null;
  return (
    <section className="stack gap-2 mt-5">
      <h3 className="text-base">{t("earlier")}</h3>
      <p className="small muted">{t("earlierHint")}</p>
      <AnswerList given={earlier} locale={locale} />
    </section>
  );
}

/** What was brought along, to save: the form above has its names alone. */
function OwnFiles({ given, locale }: Pick<MyRegistrationProps, "given" | "locale">) {
  const t = useTranslations("questions.answers");
  const files = given.filter(({ asked }) => asked.kind === "file");
  if (files.length === 0) return null;
  return (
    <section className="stack gap-2 mt-5">
      <h3 className="text-base">{t("files")}</h3>
      <AnswerList given={files} locale={locale} />
    </section>
  );
}

const valuesOf = (given: MyRegistrationProps["given"]) =>
  given.map(({ questionId, value }) => JSON.stringify([questionId, value])).toSorted();

/** Name, organisation, talks, answers, and who may see that one takes part. */
export function MyRegistrationForm(props: MyRegistrationProps) {
  const { registration, hasTalks, given, locale, refused } = props;
  const hasPlace = registration.status === "confirmed";
  const questions = questionsFor(props.questions, { hasPlace });
  const brings = questions.some(({ kind }) => kind === "file");
  const t = useTranslations("registration.mine");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered = refused?.entered ?? {};
  return (
    <Card flush>
      <CardHead>
        <h2>{t("details")}</h2>
      </CardHead>
      <CardBody>
        <form
          className="form"
          method="post"
          action={`/api/registrations/${registration.id}/change`}
          encType={brings ? "multipart/form-data" : undefined}
          noValidate
        >
          <input type="hidden" name="locale" value={locale} />
          <FormDraft
            id={registration.id}
            left={neverKept(questions)}
            isOver={!refused}
            version={versionOf([registration.name, registration.organisation, ...valuesOf(given)])}
          />
          <RefusedSummary refused={refused} problems={namedProblems(problems, questions, locale)} />
          <NameField value={entered.name ?? registration.name} error={errorOf("name")} />
          <OrganisationField
            value={entered.organisation ?? registration.organisation}
            error={errorOf("organisation")}
          />
          {hasTalks ? (
            <Choices
              match
              legend={t("talks")}
              chosen={entered.talksOptIn ?? (registration.talksOptIn ? "on" : "off")}
              choices={(["on", "off"] as const).map((value) => ({
                name: "talksOptIn",
                value,
                label: t(`talksChoice.${value}`),
              }))}
            />
          ) : null}
          {questions.length > 0 ? <input type="hidden" name="questions" value="on" /> : null}
          <QuestionFields
            questions={questions}
            answers={answersNow(questions, given)}
            locale={locale}
            refused={refused}
            errorOf={errorOf}
          />
          <Choices
            legend={t("listed")}
            hint={t("listedHint")}
            chosen={entered.listed ?? registration.listed}
            choices={listedTo.map((value) => ({ name: "listed", value, label: t(value) }))}
          />
          <Button type="submit" variant="secondary">
            {t("save")}
          </Button>
        </form>
        <OwnFiles given={given} locale={locale} />
        <EarlierAnswers {...props} />
      </CardBody>
    </Card>
  );
}
