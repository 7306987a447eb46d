import type { FieldProblem } from "@/components/ui/error-summary";
import { withName } from "@/components/ui/with-name";
import { fieldOf, type Question, wordsIn } from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";

/** Problems with the name of the question they are about: “please fill in” says nothing beside ten questions. */
export function namedProblems(
  problems: readonly FieldProblem[],
  questions: readonly Question[],
  locale: Locale,
): FieldProblem[] {
  const names = new Map<string, string>(
    questions.map(({ id, label }) => [fieldOf(id), wordsIn(label, locale)]),
  );
  return problems.map(({ field, text }) => ({ field, text: withName(names.get(field), text) }));
}
