import { useTranslations } from "next-intl";
import type { RefusedForm } from "@/components/registration/field-errors";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";

type RefusedSummaryProps = { refused: RefusedForm | undefined; problems: readonly FieldProblem[] };

/**
 * Above a form that came back: how many entries are wrong, or that something else stood in the way. Whoever is led here
 * because the event asks more has done nothing wrong.
 */
export function RefusedSummary({ refused, problems }: RefusedSummaryProps) {
  const t = useTranslations("registration.form");
  if (problems.length === 0) return null;
  if (refused?.failure.reason === "questions_open")
    return (
      <Notice tone="info" role="status">
        {problems[0]?.text}
      </Notice>
    );
  const title = refused?.failure.fields ? t("errorsTitle", { count: problems.length }) : t("failedTitle");
  return <ErrorSummary title={title} problems={problems} />;
}
