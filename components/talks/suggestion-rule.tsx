import { useTranslations } from "next-intl";
import { useProfileWords } from "@/components/account/profile-words";
import type { TalkPartner } from "@/components/talks/talk-views";
import { EXPOSURE } from "@/domain/matchmaking/rules";
import type { Locale } from "@/lib/i18n/locales";

type SuggestionRuleProps = { suggestion: TalkPartner; locale: Locale };

/** „Warum?“: all that the two have in common, and the rule in words. No numbers: nobody is worth so many per cent. */
export function SuggestionRule({ suggestion, locale }: SuggestionRuleProps) {
  const t = useTranslations("talks.why");
  const words = useProfileWords();
  const topics = (direction: "they_offer" | "they_seek") =>
    suggestion.reasons.flatMap((one) => (one.direction === direction ? [one.words[locale]] : [])).join(", ");
  const common = [
    { what: t("youSeek"), said: topics("they_offer") },
    { what: t("theySeek"), said: topics("they_seek") },
    { what: t("cooperation"), said: suggestion.cooperation.map(words.cooperation).join(", ") },
  ].filter(({ said }) => said !== "");
  return (
    <details>
      <summary>
        {t("title")} <span className="sr-only">{suggestion.name}</span>
      </summary>
      <div className="stack gap-2 small">
        <ul className="stack gap-1">
          {common.map(({ what, said }) => (
            <li key={what}>
              {what}: <b>{said}</b>
            </li>
          ))}
        </ul>
        <p className="muted">{t("rule")}</p>
        <p className="muted">{t("bounds", { most: EXPOSURE })}</p>
      </div>
    </details>
  );
}
