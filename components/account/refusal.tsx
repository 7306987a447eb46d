import { useTranslations } from "next-intl";
import { useFieldNames } from "@/components/registration/field-names";
import { ErrorSummary } from "@/components/ui/error-summary";
import { withName } from "@/components/ui/with-name";
import type { Failure } from "@/lib/result";
import type deErrors from "@/messages/de/errors.json";
import type deSignin from "@/messages/de/signin.json";

type FieldKey = keyof (typeof deErrors)["fields"];
type ReasonKey = keyof (typeof deSignin)["reasons"];
export type Refused = { entered: Record<string, string>; failure: Failure } | undefined;

/**
 * The words for a refused sign-in form, or undefined when there is nothing to say: what is wrong with the field, in the
 * words of every form, or why signing in did not work.
 */
export function useRefusal(refused: Refused, field: string): string | undefined {
  const t = useTranslations("signin.reasons");
  const fields = useTranslations("errors.fields");
  if (!refused) return undefined;
  const isField = (key: string): key is FieldKey => fields.has(key as FieldKey);
  const isReason = (key: string): key is ReasonKey => t.has(key as ReasonKey);
  const { failure } = refused;
  const problem = failure.fields?.[field]?.[0];
  if (problem !== undefined) return isField(problem) ? fields(problem) : fields("invalid");
  return isReason(failure.reason) ? t(failure.reason) : t("other");
}

type RefusalProps = { refused: Refused; text: string | undefined; field: string };

/** Says above the form what was wrong, and leads to the field; it names the field if that is what was wrong. */
export function Refusal({ refused, text, field }: RefusalProps) {
  const t = useTranslations("signin");
  const nameOf = useFieldNames();
  if (!text) return null;
  const said = refused?.failure.fields?.[field] ? withName(nameOf(field), text) : text;
  return <ErrorSummary title={t("errorsTitle")} problems={[{ field, text: said }]} />;
}
