import { useTranslations } from "next-intl";
import { VariableChips } from "@/components/mails/variable-chips";
import { circularVariables } from "@/domain/notifications/rules/words";

/** The words that stand for each reader's own data, in messages and in an event's own mails alike. */
export function CircularChips({ fallback }: { fallback: string }) {
  const t = useTranslations("mails.circular.form");
  return (
    <VariableChips
      label={t("variables")}
      fallback={fallback}
      variables={circularVariables.map((name) => ({ code: `{${name}}`, label: t(`words.${name}`) }))}
    />
  );
}
