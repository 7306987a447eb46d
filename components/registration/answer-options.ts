import type { SelectOption } from "@/components/ui/select";
import { wordsIn } from "@/domain/forms/rules";
import type { AnswerChoice } from "@/domain/registration/queries/by-answer";
import type { Locale } from "@/lib/i18n/locales";

/** „Wo nehmen Sie teil?: Vor Ort“; a consent, which has no options, is given. */
export const answerOptions = (
  choices: readonly AnswerChoice[],
  locale: Locale,
  agreed: string,
): SelectOption[] =>
  choices.map(({ value, question, option }) => ({
    value,
    label: `${wordsIn(question, locale)}: ${option ? wordsIn(option, locale) : agreed}`,
  }));
