import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Failure } from "@/lib/result";
import type deSignin from "@/messages/de/signin.json";

type ReasonKey = keyof (typeof deSignin)["reasons"];
export type Refused = { entered: Record<string, string>; failure: Failure } | undefined;

/** The words for a refused sign-in form, or undefined when there is nothing to say. */
export function useRefusal(refused: Refused, field: string): string | undefined {
  const t = useTranslations("signin");
  if (!refused) return undefined;
  const key = refused.failure.fields?.[field]?.[0] ?? refused.failure.reason;
  const isKnown = (text: string): text is ReasonKey => t.has(`reasons.${text as ReasonKey}`);
  return t(`reasons.${isKnown(key) ? key : "other"}`);
}

/** Says above the form what was wrong, and leads to the field. */
export function Refusal({ text, field }: { text: string | undefined; field: string }) {
  const t = useTranslations("signin");
  return text ? <ErrorSummary title={t("errorsTitle")} problems={[{ field, text }]} /> : null;
}
