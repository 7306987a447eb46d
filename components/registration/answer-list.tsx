import { useTranslations } from "next-intl";
import type { Given } from "@/domain/answers/rules";
import { answerText, wordsIn } from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";

/** What somebody has answered, each below the wording it was given to. */
export function AnswerList({ given, locale }: { given: readonly Given[]; locale: Locale }) {
  const t = useTranslations("questions.answers");
  if (given.length === 0) return null;
  return (
    <dl className="answers">
      {given.map(({ questionId, asked, value }) => (
        <div key={questionId}>
          <dt className="small muted">{wordsIn(asked.label, locale)}</dt>
          <dd>{answerText(asked, value, { locale, yes: t("yes") })}</dd>
        </div>
      ))}
    </dl>
  );
}
