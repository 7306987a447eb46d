import { useTranslations } from "next-intl";
import { QuestionFields } from "@/components/registration/question-fields";
import { Card } from "@/components/ui/card";
import type { Question } from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";

/** The questions as whoever registers sees them, with their conditions at work. It is no form: nothing can be sent. */
export function FormPreview({ questions, locale }: { questions: readonly Question[]; locale: Locale }) {
  const t = useTranslations("questions.preview");
  return (
    <Card className="stack gap-4">
      <div>
        <h2 className="text-lg">{t("title")}</h2>
        <p className="small muted">{questions.length > 0 ? t("hint") : t("empty")}</p>
      </div>
      <QuestionFields questions={questions} locale={locale} errorOf={() => undefined} />
    </Card>
  );
}
