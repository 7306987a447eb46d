import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { WordedReason } from "@/domain/matchmaking/rules";
import type { Locale } from "@/lib/i18n/locales";
import "./talks.css";

export type PartnerCard = { personId: string; name: string; organisation: string };
export type ReasonsOf = (personId: string) => readonly WordedReason[];

/** One reason of each direction: more would not be read. */
const shownOf = (reasons: readonly WordedReason[]) =>
  (["they_offer", "they_seek"] as const).flatMap(
    (direction) => reasons.find((reason) => reason.direction === direction) ?? [],
  );

type ReasonLinesProps = { reasons: readonly WordedReason[]; partner: PartnerCard; locale: Locale };

/** Why a talk fits: what comes in, what goes out, and honestly said when it is one way only. */
export function ReasonLines({ reasons, partner, locale }: ReasonLinesProps) {
  const t = useTranslations("talks.reason");
  const who = partner.organisation || partner.name;
  const shown = shownOf(reasons);
  if (shown.length === 0) return null;
  return (
    <ul className="reasons">
      {shown.map(({ direction, words: called }) => (
        <li key={direction}>
          <Icon name={direction === "they_offer" ? "arrow-down" : "arrow-up"} size="sm" />
          <span>{t.rich(direction, { b: (words) => <b>{words}</b>, tag: called[locale], who })}</span>
        </li>
      ))}
      {shown.length === 1 ? (
        <li className="reasons__none">
          <Icon name="info" size="sm" />
          <span>{t("oneWay")}</span>
        </li>
      ) : null}
    </ul>
  );
}
