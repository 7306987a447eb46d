import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/result";
import type deTalks from "@/messages/de/talks.json";

type RefusalKey = keyof (typeof deTalks)["refusals"];

/** Why something about a talk did not work, in words. Unknown reasons ask to try again. */
export function useRefusalText(failure: Failure | undefined): string | undefined {
  const t = useTranslations("talks.refusals");
  if (!failure) return undefined;
  const isReason = (key: string): key is RefusalKey => t.has(key as RefusalKey);
  const reason = Object.values(failure.fields ?? {})[0]?.[0] ?? failure.reason;
  return isReason(reason) ? t(reason) : t("other");
}

/** The same above everything else on the page. */
export function TalkRefusal({ failure }: { failure: Failure | undefined }) {
  const t = useTranslations("talks.refusals");
  const text = useRefusalText(failure);
  if (text === undefined) return null;
  return (
    <Notice tone="danger" role="alert" title={t("title")}>
      <p>{text}</p>
    </Notice>
  );
}
