import { useTranslations } from "next-intl";
import { answerText, type Given } from "@/domain/answers/rules";
import { uploadsIn } from "@/domain/forms/labels";
import { wordsIn } from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";

/** Files one below the other, each to save. */
const Files = ({ value }: Pick<Given, "value">) =>
  uploadsIn(value).map(({ id, name }) => (
    <a key={id} className="question__line" href={`/api/uploads/${id}`} download={name}>
      {name}
    </a>
  ));

/** What somebody has answered, each below the wording it was given to. */
export function AnswerList({ given, locale }: { given: readonly Given[]; locale: Locale }) {
  const t = useTranslations("questions.answers");
  if (given.length === 0) return null;
  return (
    <dl className="answers">
      {given.map(({ questionId, asked, value }) => (
        <div key={questionId}>
          <dt className="small muted">{wordsIn(asked.label, locale)}</dt>
          <dd>
            {asked.kind === "file" ? (
              <Files value={value} />
            ) : (
              answerText(asked, value, { locale, yes: t("yes") })
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
