import { useTranslations } from "next-intl";
import { AnswerList } from "@/components/registration/answer-list";
import { Notice } from "@/components/ui/notice";
import { type Question, wordsIn } from "@/domain/forms/rules";
import type { MyRegistration } from "@/domain/registration/queries";
import type { ReadableAnswers } from "@/domain/registration/queries/given";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type PersonAnswersProps = {
  person: Pick<MyRegistration, "name" | "organisation" | "email">;
  answers: ReadableAnswers;
  /** What has to be answered and is not. */
  open: readonly Question[];
  /** Address of the list that the person stands on. */
  list: string;
  locale: Locale;
};

/** What one person has answered, below the wording they answered to. */
export function PersonAnswers({ person, answers, open, list, locale }: PersonAnswersProps) {
  const t = useTranslations("questions.answers");
  const { given, withheld } = answers;
  return (
    <section className="stack gap-4 wrap--text">
      <p>
        <a href={href(locale, list)}>{t("back")}</a>
      </p>
      <div>
        <h2 className="text-xl">{person.name}</h2>
        <p className="small muted">{[person.organisation, person.email].filter(Boolean).join(" · ")}</p>
      </div>
      <h3 className="text-lg">{t("title")}</h3>
      {given.length === 0 && withheld === 0 ? <p className="muted">{t("none")}</p> : null}
      {open.length > 0 ? (
        <Notice>
          {t("missing", { questions: open.map(({ label }) => wordsIn(label, locale)).join("; ") })}
        </Notice>
      ) : null}
      <AnswerList given={given} locale={locale} />
      {withheld > 0 ? <Notice>{t("withheld", { count: withheld })}</Notice> : null}
    </section>
  );
}
