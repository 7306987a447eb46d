import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { questionsFor } from "@/domain/answers/rules";
import type { Question } from "@/domain/forms/rules";
import type { EventDetail } from "@/domain/programme/queries";
import type { KnownPerson } from "@/domain/registration/queries/known-person";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";
import { type RefusedForm, useFieldErrors } from "./field-errors";
import { FillInLink } from "./fill-in-link";
import { FormDraft } from "./form-draft";
import { EmailField, NameField, OrganisationField } from "./name-fields";
import { namedProblems } from "./named-problems";
import { QuestionFields } from "./question-fields";
import { neverKept } from "./question-values";
import { RefusedSummary } from "./refused-summary";
import { SeatFields } from "./seat-fields";

type RegistrationFormProps = {
  event: EventDetail;
  /** What the event asks beside name and address. */
  questions: readonly Question[];
  locale: Locale;
  full: boolean;
  /** What came back from a refused post: everything typed, and what was wrong with it. */
  refused?: RefusedForm | undefined;
  /** Absent on the cached page, which can't know; null where it is known that nobody is signed in. */
  known?: KnownPerson | null | undefined;
  /** The code of the invitation that led here. */
  invitation?: string | undefined;
};

/** Where the form goes: what brings files has an address of its own, which says for which event before they are read. */
const wayOf = (eventId: string, questions: readonly Question[]) =>
  questions.some(({ kind }) => kind === "file")
    ? ({ action: `/api/events/${eventId}/registrations`, encType: "multipart/form-data" } as const)
    : ({ action: "/api/registrations" } as const);

function useSubmitText({ event, full, invitation }: RegistrationFormProps): string {
  const t = useTranslations("registration.form");
  if (event.seats.approval && !invitation) return t("submitAsk");
  return full ? t("submitWait") : t("submit");
}

/** Name, e-mail, organisation, talks, questions: a plain form that works without JavaScript and is posted to a route. */
export function RegistrationForm(props: RegistrationFormProps) {
  const { event, locale, refused, known, invitation } = props;
  const questions = questionsFor(props.questions, { hasPlace: false });
  const t = useTranslations("registration.form");
  const { problems, errorOf } = useFieldErrors(refused);
  // A refused form has posted all its fields; a refused click on another page has none of them.
  const entered: Partial<Record<string, string>> = { ...known, ...refused?.entered };
  const submit = useSubmitText(props);
  return (
    <form className="form" method="post" {...wayOf(event.id, questions)} noValidate>
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="locale" value={locale} />
      <FormDraft id={event.id} left={neverKept(questions)} email={known?.email} isOver={!refused} />
      <RefusedSummary refused={refused} problems={namedProblems(problems, questions, locale)} />
      {known === undefined && !invitation ? (
        <FillInLink
          href={href(locale, `/e/${event.slug}/register#anmelden`)}
          label={t("fillIn")}
          filled={t("filledIn")}
        />
      ) : null}
      <NameField value={entered.name} error={errorOf("name")} />
      <EmailField value={entered.email} error={errorOf("email")} />
      <OrganisationField value={entered.organisation} error={errorOf("organisation")} />
      <SeatFields {...{ event, entered, errorOf, invitation }} />
      {event.talks ? (
        <Check
          match
          name="talksOptIn"
          value="on"
          defaultChecked={entered.talksOptIn === "on"}
          label={t("talks")}
          hint={t("talksHint", {
            when: formatSpan({
              locale,
              zone: event.timeZone,
              startsAt: event.talks.startsAt,
              endsAt: event.talks.endsAt,
            }),
          })}
        />
      ) : null}
      <QuestionFields questions={questions} locale={locale} refused={refused} errorOf={errorOf} />
      <Button type="submit" variant="primary" size="lg" block>
        {submit}
      </Button>
      <p className="small muted">
        {t("note")} <a href={href(locale, "/datenschutz")}>{t("privacy")}</a>
      </p>
    </form>
  );
}
